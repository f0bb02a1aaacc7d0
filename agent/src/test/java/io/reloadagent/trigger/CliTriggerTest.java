package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.reloadagent.report.CapturedLog;
import io.reloadagent.report.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What commands leave in files")
class CliTriggerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private final CapturedLog captured = new CapturedLog(Level.TRACE);
    private final CliTrigger trigger = new CliTrigger(new Reloads(), Duration.ofSeconds(1), captured.log());

    @AfterEach
    void close() {
        trigger.close();
    }

    @Test
    @DisplayName("is not carried out if nobody waits for an answer any more, for there is no lock on its file")
    void left() throws IOException {
        Files.createFile(directory.resolve("client"));
        Files.writeString(directory.resolve("request-1"), "POST /admin/reload HTTP/1.1\r\n\r\n", ISO_8859_1);
        assertThatThrownBy(() -> trigger.open(directory.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("left by a command that has ended");
        assertThat(captured.text()).doesNotContain("Reload requested");
    }

    @Test
    @DisplayName("is not read through a symbolic link, and not without a file of who asks")
    void links() throws IOException {
        assertThatThrownBy(() -> trigger.open(directory.toString())).isInstanceOf(IllegalStateException.class);
        Files.createSymbolicLink(directory.resolve("client"), Files.createFile(directory.resolve("other")));
        assertThatThrownBy(() -> trigger.open(directory.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not a regular file");
    }

    @Test
    @DisplayName("is refused when the agent stops")
    void stopped() {
        trigger.close();
        assertThatThrownBy(() -> trigger.open(directory.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("being stopped");
    }

    @Test
    @DisplayName("as a stream is cut off when the command does not read, so that no disk is filled")
    void stream() throws Exception {
        Path client = Files.createFile(directory.resolve("client"));
        Process holder = LockHolder.start(client);
        try (SessionFolder folder = SessionFolder.open(directory.toString())) {
            FolderStream stream = new FolderStream(folder);
            byte[] piece = new byte[FolderStream.PART_BYTES / 4];
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            stream.out().write(piece);
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not read");
            try (var files = Files.list(directory)) {
                assertThat(files.filter(file -> file.getFileName().toString().startsWith("stream-")))
                        .hasSize(FolderStream.MOST_PARTS);
            }
            assertThat(stream.isOpen()).isTrue();
            holder.destroyForcibly().waitFor();
            await("the end of who asked").atMost(PATIENCE).until(() -> !stream.isOpen());
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }
}
