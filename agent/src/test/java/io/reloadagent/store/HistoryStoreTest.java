package io.reloadagent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reloadagent.report.Level;
import io.reloadagent.report.Log;
import io.reloadagent.store.EntryName.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisplayName("A history on disk")
class HistoryStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Log log = new Log(Level.DEBUG, lines::add);
    private final List<HistoryStore> stores = new ArrayList<>();
    private final List<ScheduledExecutorService> threads = new ArrayList<>();

    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void name() {
        directory = parent.resolve("history");
    }

    @AfterEach
    void close() throws IOException {
        for (HistoryStore store : stores) {
            store.close();
        }
        threads.forEach(ScheduledExecutorService::shutdownNow);
    }

    private HistoryStore open() throws IOException {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        threads.add(thread);
        HistoryStore store = HistoryStore.open(directory, thread, log);
        stores.add(store);
        return store;
    }

    private static Entry entry() {
        return new Entry(Map.of("time", "now"), null, null, List.of());
    }

    private static void add(HistoryStore store, long version) throws InterruptedException {
        store.add(Kind.VERSION, version, HistoryStoreTest::entry);
        store.flush(PATIENCE);
    }

    private static String problem(HistoryStore store) {
        return String.valueOf(store.status().get("problem"));
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("-version-"))
                    .sorted()
                    .toList();
        }
    }

    private long number() throws IOException {
        return Long.parseLong(Files.readString(directory.resolve("number")).trim());
    }

    @Test
    @DisplayName("whose lock was deleted and taken by another JVM is not written any more, and says so once")
    void lockTaken() throws Exception {
        HistoryStore first = open();
        add(first, 1);
        Files.delete(directory.resolve("lock"));
        HistoryStore second = open();
        add(second, 1001);
        add(first, 2);
        assertThat(problem(first)).contains("in use by another JVM");
        await().atMost(PATIENCE).until(() -> (Long) first.status().get("failedWrites") > 1);
        assertThat(lines.stream().filter(line -> line.contains("in use by another JVM")))
                .hasSize(1);
        assertThat(entries()).hasSize(2).allMatch(name -> !name.endsWith("-version-2.json"));

        second.close();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(problem(first)).contains("another JVM has written"));
        assertThat(entries()).hasSize(2);
    }

    @Test
    @DisplayName("whose directory was made anew by another JVM is left to that")
    void directoryTaken() throws Exception {
        HistoryStore first = open();
        add(first, 1);
        Files.move(directory, parent.resolve("away"));
        HistoryStore second = open();
        add(second, 1);
        add(first, 2);
        assertThat(problem(first)).contains("in use by another JVM");
        assertThat(entries()).hasSize(1);
    }

    @Test
    @DisplayName("goes on in a directory that an operator made anew, and keeps others from it")
    void madeAnew() throws Exception {
        HistoryStore store = open();
        add(store, 1);
        Files.move(directory, parent.resolve("away"));
        Files.createDirectory(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        add(store, 2);
        assertThat(problem(store)).isEqualTo("null");
        assertThat(store.names()).extracting(EntryName::version).containsExactly(2L);
        assertThat(entries()).hasSize(1);
        assertThat(number()).isGreaterThan(1000);
        assertThat(directory.resolve("lock")).exists();
    }

    @Test
    @DisplayName("is not written while others may have to do with its directory, or it is behind a symbolic link")
    void unsafe() throws Exception {
        HistoryStore store = open();
        add(store, 1);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        add(store, 2);
        assertThat(problem(store)).contains("chmod 700");
        assertThat(entries()).hasSize(1);

        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        await().atMost(PATIENCE).until(() -> problem(store).equals("null"));
        assertThat(entries()).hasSize(2);
        Path away = parent.resolve("away");
        Files.move(directory, away);
        Files.createSymbolicLink(directory, away);
        add(store, 3);
        assertThat(problem(store)).contains("symbolic link");
        assertThat(entries()).hasSize(2);
    }

    @Test
    @DisplayName("leaves a symbolic link that leads nowhere, or a directory, out, and names it")
    void irregular() throws Exception {
        HistoryStore before = open();
        add(before, 1);
        before.close();
        Path link = directory.resolve("00000000000000000007-version-7.json");
        Files.createSymbolicLink(link, directory.resolve("nowhere"));
        Path folder = Files.createDirectory(directory.resolve("00000000000000000008-version-8.json"));
        Files.createFile(folder.resolve("file"));
        Path unfinished = Files.createDirectory(directory.resolve("00000000000000000009-version-9.json.tmp"));
        Files.createFile(unfinished.resolve("file"));

        HistoryStore store = open();
        assertThat(store.names()).extracting(EntryName::version).containsExactly(1L);
        assertThat(store.status().get("leftOut"))
                .asString()
                .contains("version-7.json=is not a regular file", "version-8.json=is not a regular file");
        add(store, 2000);
        assertThat(problem(store)).isEqualTo("null");
    }

    @Test
    @DisplayName("counts on from what a killed JVM may have used, and from what was used after a clean end")
    void numbers() throws Exception {
        HistoryStore killed = open();
        assertThat(number()).isEqualTo(1000);
        add(killed, 1);
        killed.close();

        HistoryStore ended = open();
        assertThat(ended.lastVersion()).isEqualTo(1000);
        assertThat(number()).isEqualTo(2000);
        add(ended, 1001);
        ended.end(PATIENCE);
        ended.close();
        assertThat(number()).isEqualTo(1001);
        assertThat(open().lastVersion()).isEqualTo(1001);
    }

    @Test
    @DisplayName("reserves more numbers when half of them are used, and when a version is made after the end was begun")
    void moreNumbers() throws Exception {
        HistoryStore store = open();
        add(store, 500);
        assertThat(number()).isEqualTo(1000);
        add(store, 501);
        assertThat(number()).isEqualTo(1501);
        store.end(PATIENCE);
        assertThat(number()).isEqualTo(501);
        add(store, 502);
        assertThat(number()).isEqualTo(1502);
    }

    @Test
    @DisplayName("counts on higher when its file of numbers is damaged, and says so")
    void damagedNumber() throws Exception {
        HistoryStore before = open();
        add(before, 1);
        before.close();
        Files.writeString(directory.resolve("number"), "99999999999999999999\n");
        assertThat(open().lastVersion()).isEqualTo(1001);
        assertThat(lines).anyMatch(line -> line.contains("1000 higher"));
        assertThat(number()).isEqualTo(2001);
    }
}
