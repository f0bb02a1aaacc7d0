package io.reloadagent.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a JVM tells of itself")
class PerfDataTest {

    @Test
    @DisplayName("is its Java, its command, and whether it can be attached to")
    void own() {
        PerfData data = ProcessFolder.of(ProcessHandle.current().pid()).perfData();
        assertThat(data.text("java.property.java.version")).isEqualTo(System.getProperty("java.version"));
        assertThat(data.canBeAttached()).isTrue();
        assertThat(data.text("no.such.text")).isEmpty();
        assertThat(PerfData.NONE.canBeAttached()).isTrue();
    }

    @Test
    @DisplayName("is an error, and no endless loop, if it is damaged")
    void damaged() {
        assertThatThrownBy(() -> PerfData.read(Path.of("pom.xml"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PerfData.parse(ByteBuffer.allocate(4), "short"))
                .isInstanceOf(IOException.class);
        ByteBuffer data = ByteBuffer.allocate(100);
        data.putInt(0, 0xcafec0c0).put(5, (byte) 2).putInt(24, 32).putInt(28, Integer.MAX_VALUE);
        data.putInt(32, 20).putInt(36, 1_000_000).putInt(40, 1).put(44, (byte) 'B');
        assertThatThrownBy(() -> PerfData.parse(data, "wild"))
                .isInstanceOf(IOException.class)
                .hasMessage("wild is damaged");
    }

    @Test
    @DisplayName("names what runs, without its arguments")
    void main() {
        assertThat(MainName.of("com.acme.Main --password=x", List.of())).isEqualTo("com.acme.Main");
        assertThat(MainName.of("", List.of("java", "-Xmx1g", "-cp", "a.jar", "com.acme.Main", "secret")))
                .isEqualTo("com.acme.Main");
        assertThat(MainName.of("", List.of("java", "-jar", "app.jar", "secret")))
                .isEqualTo("app.jar");
        assertThat(MainName.of("", List.of("java", "@options"))).isEmpty();
    }
}
