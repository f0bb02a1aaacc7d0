package io.reloadagent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A stored token")
class StoredTokenTest {

    private static final String TOKEN = "t".repeat(43);

    @TempDir
    Path directory;

    private Path file(String content, String permissions) throws IOException {
        Path file = Files.writeString(directory.resolve("token"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> new StoredToken(file).read())
                .isInstanceOf(WrongCallException.class)
                .hasMessageStartingWith("token file " + file + " ")
                .hasMessageContaining(why)
                .hasMessageNotContaining(TOKEN);
    }

    @Test
    @DisplayName("is read from a file of its owner alone")
    void read() throws Exception {
        assertThat(new StoredToken(file(TOKEN + "\n", "rw-------")).read()).isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    @DisplayName("is refused if others may know it")
    void open(String permissions) throws IOException {
        assertRefused(file(TOKEN, permissions), permissions + ": others may know the token");
    }

    @Test
    @DisplayName("is not made where there is none")
    void missing() {
        Path none = directory.resolve("none");
        assertRefused(none, "does not exist");
        assertThat(none).doesNotExist();
    }

    @Test
    @DisplayName("is no link, no directory, and nothing else than a token")
    void other() throws IOException {
        Path token = file(TOKEN, "rw-------");
        assertRefused(Files.createSymbolicLink(directory.resolve("link"), token), "is a symbolic link");
        assertRefused(Files.createDirectory(directory.resolve("directory")), "is not a regular file");
        assertRefused(file("short", "rw-------"), "does not hold a token");
        assertRefused(file(TOKEN + "\r\nX: y", "rw-------"), "does not hold a token");
    }
}
