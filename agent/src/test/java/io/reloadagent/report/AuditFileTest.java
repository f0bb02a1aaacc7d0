package io.reloadagent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The audit file")
@Timeout(60)
class AuditFileTest {

    private static final long LARGE = 1 << 20;

    @TempDir
    Path directory;

    private final CapturedLog captured = new CapturedLog(Level.INFO);
    private final Events events = new Events(captured.log(), "com.acme.");

    @Test
    @DisplayName("gets each event and each operation as a line of its own, and is readable for its owner alone")
    void lines() throws Exception {
        Path file = directory.resolve("audit.log");
        Audit audit = Audit.in(AuditFile.of(file, LARGE, 5, events, captured.log()), events);
        events.publish(Event.started("r1", "http"));
        audit.add("breaker.reset", Map.of("actor", "127.0.0.1:4711\n", "reason", "mended"));
        audit.close(Duration.ofSeconds(30));

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(json(lines.get(0)).path("type").asText()).isEqualTo("com.acme.reload.started");
        JsonNode reset = json(lines.get(1));
        assertThat(reset.path("type").asText()).isEqualTo("com.acme.audit.breaker.reset");
        assertThat(reset.path("data").path("actor").asText()).isEqualTo("127.0.0.1:4711\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(captured.lines()).isEmpty();
    }

    @Test
    @DisplayName("is renamed when it is full; no more files are kept than asked for, and every line is whole")
    void rotation() throws Exception {
        Path file = directory.resolve("audit.log");
        AuditFile audit = AuditFile.of(file, 1_000, 3, events, captured.log());
        for (int i = 0; i < 100; i++) {
            audit.accept(Event.validated("r" + i, i));
        }

        assertThat(names()).containsExactlyInAnyOrder("audit.log", "audit.log.1", "audit.log.2");
        assertThat(json(last(file)).path("data").path("changeCount").asInt()).isEqualTo(99);
        int newest = 100;
        for (String name : List.of("audit.log", "audit.log.1", "audit.log.2")) {
            Path kept = directory.resolve(name);
            assertThat(Files.size(kept)).isLessThanOrEqualTo(1_000);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                    .isEqualTo("rw-------");
            List<String> lines = Files.readAllLines(kept);
            for (int i = lines.size() - 1; i >= 0; i--) {
                newest--;
                assertThat(json(lines.get(i)).path("data").path("changeCount").asInt())
                        .isEqualTo(newest);
            }
        }
        assertThat(newest).isPositive();
    }

    @Test
    @DisplayName("goes on behind half a line that a killed JVM has left")
    void halfALine() throws Exception {
        Path file = directory.resolve("audit.log");
        Files.writeString(file, "{\"half");

        AuditFile.of(file, LARGE, 5, events, captured.log()).accept(Event.validated("r1", 1));

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo("{\"half");
        assertThat(json(lines.get(1)).path("type").asText()).isEqualTo("reload.validated");
    }

    @Test
    @DisplayName("that is a symbolic link is refused, and what it leads to stays as it is")
    void link() throws Exception {
        Path other = Files.writeString(directory.resolve("other"), "precious\n");
        Path file = Files.createSymbolicLink(directory.resolve("audit.log"), other);

        AuditFile.of(file, 1, 5, events, captured.log()).accept(Event.validated("r1", 1));

        assertThat(Files.readString(other)).isEqualTo("precious\n");
        assertThat(events.droppedByName()).containsEntry("audit", 1L);
        assertThat(captured.lines()).singleElement().asString().contains("WARN the audit cannot be written");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName(
            "A33 on a disk that takes no more loses its lines: they are counted, it is said once, and nobody waits")
    void fullDisk() throws Exception {
        Path file = directory.resolve("audit.log");
        long most = fillToTheLimit(file);
        AuditFile audit = AuditFile.of(file, Long.MAX_VALUE, 5, events, captured.log());
        events.subscribe("audit", audit);

        for (int i = 0; i < 10; i++) {
            events.publish(Event.validated("r" + i, i));
        }

        await().untilAsserted(() -> assertThat(events.droppedByName()).containsEntry("audit", 10L));
        assertThat(captured.lines()).singleElement().asString().contains("WARN the audit cannot be written");
        assertThat(file).hasSize(most);
        assertThat(audit.problem()).startsWith("the audit cannot be written: java.io.IOException");
        events.close();
    }

    /** As long, without content, as the file system lets a file be. */
    private static long fillToTheLimit(Path file) throws IOException {
        long most = 0;
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            for (long step = 1L << 62; step > 0; step >>= 1) {
                try {
                    opened.setLength(most + step);
                    most += step;
                } catch (IOException tooLong) {
                    opened.setLength(most);
                }
            }
        }
        return most;
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @DisplayName("that is a pipe which nobody reads is refused at once; so is a directory, and a device")
    void noRegularFile() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        for (Path file : List.of(pipe, directory, Path.of("/dev/null"))) {
            Audit audit = Audit.in(AuditFile.of(file, LARGE, 5, events, captured.log()), events);
            audit.add("stop", Map.of());
            audit.close(Duration.ofSeconds(30));

            assertThat(audit.problem()).contains("the audit cannot be written", file + ": it is no regular file");
        }
        assertThat(events.droppedByName()).containsEntry("audit", 3L);
        assertThat(Audit.none().problem()).isNull();
    }

    @Test
    @DisplayName("that could not be written and now can says how many lines are missing")
    void back() throws Exception {
        Path file = directory.resolve("later/audit.log");
        AuditFile audit = AuditFile.of(file, LARGE, 5, events, captured.log());
        audit.accept(Event.validated("r1", 1));
        audit.accept(Event.validated("r2", 2));
        assertThat(audit.problem()).startsWith("the audit cannot be written: ").contains(file.toString());
        Files.createDirectory(file.getParent());
        audit.accept(Event.validated("r3", 3));

        assertThat(audit.problem()).isNull();
        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThat(captured.lines()).hasSize(2);
        assertThat(captured.lines().get(1)).contains("WARN the audit is written again; 2 lines are missing before");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String last(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.get(lines.size() - 1);
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }
}
