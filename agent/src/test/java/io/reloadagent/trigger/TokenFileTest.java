package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {

    private static final String TOKEN = "0123456789abcdefghijklmnopqrstuvwxyz-._~+/0";

    @TempDir
    Path directory;

    @Test
    @DisplayName("a missing file is made with 256 random bits, mode 0600, in a directory of mode 0700, and kept")
    void creation() throws IOException {
        Path file = directory.resolve("a/b/token");

        String token = new TokenFile(file).read();

        assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
        assertThat(permissions(file.getParent().getParent())).isEqualTo("rwx------");
        assertThat(new TokenFile(file).read()).isEqualTo(token);
        assertThat(new TokenFile(directory.resolve("other")).read()).isNotEqualTo(token);
    }

    @Test
    @DisplayName("an operator's own token is taken, with or without a line end, readable by its owner only")
    void ownToken() throws IOException {
        Path file = write("token", TOKEN + "==\r\n", "r--------");

        assertThat(new TokenFile(file).read()).isEqualTo(TOKEN + "==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw---x---", "rw-rw-rw-"})
    @DisplayName("a file with loose permissions is refused, with the mend, and not mended")
    void loosePermissions(String permissions) throws IOException {
        Path file = write("token", TOKEN, permissions);

        assertRefused(file).hasMessageContaining(permissions).hasMessageContaining("chmod 600 " + file);
        assertThat(permissions(file)).isEqualTo(permissions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx----w-", "rwxrwxrwx"})
    @DisplayName("a directory that others can write into is refused, with the mend, and no token is made")
    void looseDirectory(String permissions) throws IOException {
        Path loose = Files.createDirectory(directory.resolve("loose"));
        Files.setPosixFilePermissions(loose, PosixFilePermissions.fromString(permissions));

        assertRefused(loose.resolve("token")).hasMessageContaining("chmod go-w " + loose);
        assertThat(loose).isEmptyDirectory();
    }

    @Test
    @DisplayName("a symbolic link is refused: to a token, to nothing, and as the directory")
    void symbolicLinks() throws IOException {
        Path real = write("real", TOKEN, "rw-------");
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), directory.resolve("nothing"));
        Path linked = Files.createSymbolicLink(
                directory.resolve("linked"), Files.createDirectory(directory.resolve("private")));

        assertRefused(link).hasMessageContaining("is a symbolic link");
        assertRefused(dangling).hasMessageContaining("is a symbolic link");
        assertRefused(linked.resolve("token")).hasMessageContaining("is a symbolic link");
        assertThat(directory.resolve("nothing")).doesNotExist();
        assertThat(directory.resolve("private")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "short",
                "0123456789abcdefghijklmnopqrstu",
                "with blanks 0123456789abcdefghijklmnopqrstuvwxyz",
                "two-lines-0123456789abcdefghijk\ntwo-lines-0123456789abcdefghijk",
                "quote\"0123456789abcdefghijklmnopqrstuvwxyz"
            })
    @DisplayName("an empty, short or malformed token is refused, and not shown")
    void malformedToken(String content) throws IOException {
        Path file = write("token", content, "rw-------");

        AbstractThrowableAssert<?, ?> refusal = assertRefused(file).hasMessageContaining("32 or more");
        if (!content.isBlank()) {
            refusal.hasMessageNotContaining(content.trim());
        }
    }

    @Test
    @DisplayName("a huge file, a directory and a device are refused without reading them whole")
    void otherFiles() throws IOException {
        assertRefused(write("huge", "x".repeat(1_000_000), "rw-------")).hasMessageContaining("32 or more");
        assertRefused(Files.createDirectory(directory.resolve("folder"))).hasMessageContaining("not a regular file");
        assertRefused(Path.of("/dev/zero")).hasMessageContaining("not a regular file");
        assertRefused(Path.of("/")).hasMessageContaining("not the name of a file");
    }

    @Test
    @DisplayName("a file or directory of another user is refused, whoever runs the agent")
    void otherOwner() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can give files away");
        Path file = write("token", TOKEN, "rw-------");
        Path foreign = Files.createDirectory(directory.resolve("foreign"));
        Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("rwx------"));
        for (Path path : List.of(file, foreign)) {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }

        assertRefused(file).hasMessageContaining("belongs to nobody, but this process runs as root");
        assertRefused(foreign.resolve("token")).hasMessageContaining(foreign + " belongs to nobody");
    }

    @Test
    @DisplayName("JVMs that start at once agree on one token")
    void race() throws Exception {
        Path file = directory.resolve("private/token");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> read = () -> new TokenFile(file).read();
            Set<String> tokens = new HashSet<>();
            for (Future<String> token : threads.invokeAll(Collections.nCopies(8, read))) {
                tokens.add(token.get());
            }
            assertThat(tokens).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("without a setting the file is in the user's home")
    void home() {
        assertThat(TokenFile.at("").toString()).isEqualTo(System.getProperty("user.home") + "/.reload-agent/token");
        assertThat(TokenFile.at("/etc/x").toString()).isEqualTo("/etc/x");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path file) {
        return assertThatThrownBy(() -> new TokenFile(file).read())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("token file " + file)
                .hasMessageNotContaining(TOKEN);
    }

    private Path write(String name, String content, String permissions) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
