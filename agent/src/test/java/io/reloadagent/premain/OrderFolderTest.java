package io.reloadagent.premain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The folder of an order")
class OrderFolderTest {

    @TempDir
    Path directory;

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(directory.resolve("talk"));
        permit("rwx------");
    }

    private void permit(String permissions) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    private OrderFolder open() throws IOException {
        return OrderFolder.open(folder.toString());
    }

    @Test
    @DisplayName("has a word, and arguments on further lines; it is answered whole, and once")
    void order() throws IOException {
        Files.writeString(folder.resolve("order"), "attach\nsource=a,b.yaml\nlog.level=debug\n");
        OrderFolder order = open();
        assertThat(order.what()).isEqualTo("attach");
        assertThat(order.arguments()).isEqualTo("source=a,b.yaml\nlog.level=debug\n");
        order.answer(Told.of("failed", "a.yaml:1:2 wrong\nb.yaml:3:4 wrong"));
        assertThat(folder.resolve("result")).hasContent("failed\na.yaml:1:2 wrong\nb.yaml:3:4 wrong");
        assertThat(folder.resolve("result.part")).doesNotExist();

        Files.writeString(folder.resolve("order"), "stop");
        assertThat(open().what()).isEqualTo("stop");
        assertThat(open().arguments()).isEmpty();
    }

    @Test
    @DisplayName("is not taken if others may look into it, or write there, or if it is a link, a file, or nothing")
    void strangers() throws IOException {
        Files.writeString(folder.resolve("order"), "stop");
        for (String permissions : new String[] {"rwxr-x---", "rwx--x---", "rwx----w-", "rwxrwxrwx"}) {
            permit(permissions);
            assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("user alone");
        }
        permit("rwx------");
        Path link = Files.createSymbolicLink(directory.resolve("link"), folder);
        assertThatThrownBy(() -> OrderFolder.open(link.toString())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> OrderFolder.open(folder.resolve("order").toString()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> OrderFolder.open("talk")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> OrderFolder.open(directory.resolve("none").toString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("has no order that is a link, or longer than it should be")
    void unusableOrder() throws IOException {
        assertThatThrownBy(this::open).isInstanceOf(IOException.class);
        Path secret = Files.writeString(directory.resolve("secret"), "attach\nhunter22");
        Files.createSymbolicLink(folder.resolve("order"), secret);
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a regular file")
                .hasMessageNotContaining("hunter22");
        Files.delete(folder.resolve("order"));
        Files.writeString(folder.resolve("order"), "attach\n" + "x".repeat(64 << 10));
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("longer than");
    }
}
