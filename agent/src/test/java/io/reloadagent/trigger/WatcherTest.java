package io.reloadagent.trigger;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reloadagent.reload.Reading;
import io.reloadagent.reload.Reloading;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.Level;
import io.reloadagent.source.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WatcherTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SETTLE = Duration.ofMillis(50);

    @TempDir
    Path temporary;

    private Path directory;
    private Reloading reloading;
    private Watcher watcher;

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createDirectory(temporary.resolve("conf"));
    }

    @AfterEach
    void stop() {
        watcher.close();
        reloading.close();
        await().until(() -> !Threads.isRunning("reload-agent-watcher-"));
    }

    private static String yaml(int size) {
        return "pool: {size: " + size + "}\n";
    }

    private void watch(Path file, Duration checkInterval) throws Exception {
        watch(file, checkInterval, SETTLE);
    }

    private void watch(Path file, Duration checkInterval, Duration settle) throws Exception {
        reloading = new Reloading(SourceFiles.of(settle, file), Duration.ofSeconds(30));
        watcher = new Watcher(
                reloading.sources, new Reading(), reloading.coordinator, checkInterval, null, reloading.log.log());
        watcher.start();
        assertThat(reloading.size()).isEqualTo(1);
    }

    private void watchFileInDirectory() throws Exception {
        watch(Files.writeString(directory.resolve("app.yaml"), yaml(1)), NEVER);
    }

    private void awaitSize(int size) {
        await().atMost(Duration.ofSeconds(30)).until(() -> reloading.size() == size);
    }

    private void renameOver(int size) throws IOException {
        Path next = Files.writeString(directory.resolve("next"), yaml(size));
        Files.move(next, directory.resolve("app.yaml"), ATOMIC_MOVE);
    }

    @Test
    @DisplayName("A25 an edit is one reload, tagged with its trigger")
    void tagged() throws Exception {
        watchFileInDirectory();
        Files.writeString(directory.resolve("app.yaml"), yaml(2));
        awaitSize(2);
        assertThat(reloading.coordinator.lastResult().request().trigger()).isEqualTo(Trigger.FILE);
        assertThat(reloading.coordinator.version()).isEqualTo(2);
    }

    @Test
    void aFileThatIsReplacedByARenameIsReloadedAgainAndAgain() throws Exception {
        watchFileInDirectory();
        for (int size = 2; size < 6; size++) {
            renameOver(size);
            awaitSize(size);
        }
    }

    @Test
    void whoeverInterruptsAllThreadsDoesNotEndTheWatching() throws Exception {
        watchFileInDirectory();
        for (int size = 2; size < 5; size++) {
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("reload-agent-watcher-"))
                    .forEach(Thread::interrupt);
            renameOver(size);
            awaitSize(size);
        }
    }

    @Test
    @DisplayName("A25 a burst of writes is one reload")
    void burst() throws Exception {
        watch(Files.writeString(directory.resolve("app.yaml"), yaml(1)), NEVER, Duration.ofMillis(500));
        for (int i = 0; i < 200; i++) {
            Files.writeString(directory.resolve("app.yaml"), "pool: {si");
            Files.writeString(directory.resolve("app.yaml"), yaml(2));
        }
        awaitSize(2);
        await().untilAsserted(() -> assertThat(reloading.eventTypes()).endsWith("reload.completed"));
        assertThat(reloading.eventTypes()).doesNotContain("reload.failed");
        assertThat(reloading.coordinator.version()).isEqualTo(2);
    }

    @Test
    void aFileThatIsDeletedAndWrittenAnewIsReloaded() throws Exception {
        watchFileInDirectory();
        Files.delete(directory.resolve("app.yaml"));
        await().until(() -> reloading.log.text().contains("the version in force stays"));
        assertThat(reloading.size()).isEqualTo(1);
        Files.writeString(directory.resolve("app.yaml"), yaml(2));
        awaitSize(2);
        assertThat(reloading.log.lines()).hasSize(1);
    }

    @Test
    void aFileThatComesBackWithTheSameContentIsSaidToBeBack() throws Exception {
        watchFileInDirectory();
        Path aside = temporary.resolve("aside");
        Files.move(directory.resolve("app.yaml"), aside);
        await().until(() -> reloading.log.text().contains("the version in force stays"));
        Files.move(aside, directory.resolve("app.yaml"));
        await().until(() -> reloading.log.text().contains("app.yaml is back"));
        assertThat(reloading.log.lines()).hasSize(2);
        assertThat(reloading.eventTypes()).isEmpty();
    }

    @Test
    void aDirectoryThatIsReplacedAsAWholeIsFoundAgain() throws Exception {
        watch(Files.writeString(directory.resolve("app.yaml"), yaml(1)), Duration.ofMillis(200));
        Files.move(directory, temporary.resolve("old"));
        Files.createDirectory(directory);
        Files.writeString(directory.resolve("app.yaml"), yaml(2));
        awaitSize(2);
        renameOver(3);
        awaitSize(3);
    }

    @Test
    @DisplayName("the swap of a ..data link, as Kubernetes makes it, is noticed at once")
    void kubernetes() throws Exception {
        publish(1);
        Files.createSymbolicLink(directory.resolve("app.yaml"), Path.of("..data/app.yaml"));
        watch(directory.resolve("app.yaml"), NEVER);
        for (int size = 2; size < 5; size++) {
            publish(size);
            awaitSize(size);
        }
    }

    private void publish(int size) throws IOException {
        Path version = Files.createDirectory(directory.resolve("..v" + size));
        Files.writeString(version.resolve("app.yaml"), yaml(size));
        Path link = Files.createSymbolicLink(directory.resolve("..tmp"), version.getFileName());
        Files.move(link, directory.resolve("..data"), ATOMIC_MOVE);
    }

    @Test
    void aContentThatWasRefusedIsNotTriedAgainUntilItChanges() throws Exception {
        watchFileInDirectory();
        Files.writeString(directory.resolve("app.yaml"), "pool: {size: many}");
        await().until(() -> reloading.eventTypes().contains("reload.failed"));
        Files.writeString(directory.resolve("app.yaml"), "pool: {size: many}");
        Files.writeString(directory.resolve("app.yaml"), yaml(2));
        awaitSize(2);
        assertThat(reloading.eventTypes()).containsOnlyOnce("reload.failed");
    }

    @Test
    @DisplayName("a change that no event told of is found at the next check")
    void checkInterval() throws Exception {
        Path target = Files.createDirectory(temporary.resolve("target"));
        Files.writeString(target.resolve("app.yaml"), yaml(1));
        Path file = target.resolve("app.yaml");
        watch(file, Duration.ofMillis(100));
        Files.move(target, temporary.resolve("moved"));
        Files.createDirectory(target);
        Files.writeString(file, yaml(2));
        awaitSize(2);
    }

    @Test
    @DisplayName("a file that is touched all the time is compared at a bounded rate")
    void touched() throws Exception {
        watchFileInDirectory();
        AtomicBoolean end = new AtomicBoolean();
        Thread busy = new Thread(() -> touchUntil(end));
        try {
            busy.start();
            reloading.log.log().setLevel(Level.TRACE);
            long start = System.nanoTime();
            await().until(() -> comparisons() > 10 + Rests.FREE);
            long rests = comparisons() - 1 - Rests.FREE;
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(rests * Rests.MILLIS));
        } finally {
            end.set(true);
            busy.join();
        }
        renameOver(2);
        awaitSize(2);
    }

    private long comparisons() {
        return reloading.log.lines().stream()
                .filter(line -> line.contains("are compared"))
                .count();
    }

    private void touchUntil(AtomicBoolean end) {
        try {
            for (long i = 0; !end.get(); i++) {
                Files.setLastModifiedTime(directory.resolve("app.yaml"), FileTime.fromMillis(i));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClosedWatcherNoticesNothing() throws Exception {
        watchFileInDirectory();
        watcher.close();
        watcher.close();
        await().until(() -> !Threads.isRunning("reload-agent-watcher-"));
        renameOver(2);
        assertThat(reloading.size()).isEqualTo(1);
    }
}
