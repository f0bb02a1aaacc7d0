package io.reloadagent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The class path of a process")
class ProcessClassPathTest {

    @TempDir
    Path directory;

    private Path proc;
    private Path work;

    @BeforeEach
    void prepare() throws IOException {
        proc = Files.createDirectory(directory.resolve("proc"));
        work = Files.createDirectories(directory.resolve("work/lib"))
                .getParent()
                .toRealPath();
        for (String name : new String[] {"app.jar", "lib/a.jar", "lib/b.jar", "lib/c.txt"}) {
            Files.writeString(work.resolve(name), "");
        }
    }

    private ProcessClassPath of(String environment, String... words) throws IOException {
        Path process = Files.createDirectory(proc.resolve("7"));
        Files.writeString(process.resolve("cmdline"), "java\0" + String.join("\0", words) + "\0");
        Files.writeString(process.resolve("environ"), environment);
        Files.createSymbolicLink(process.resolve("cwd"), work);
        Files.createDirectory(process.resolve("root"));
        return ProcessClassPath.of(proc, "7");
    }

    @Test
    @DisplayName("is its jar, relative to where it runs")
    void jar() throws IOException {
        ProcessClassPath classPath = of("", "-Xmx1g", "-javaagent:x.jar", "-jar", "app.jar", "-cp", "lib/a.jar");
        assertThat(classPath.entries()).containsExactly(work.resolve("app.jar"));
        assertThat(classPath.missing()).isEmpty();
    }

    @Test
    @DisplayName("is its option, with directories of jars; what is not there is said")
    void option() throws IOException {
        ProcessClassPath classPath =
                of("", "--add-opens", "a/b=c", "-cp", "app.jar:lib/*:gone.jar", "com.acme.Main", "-jar", "x");
        assertThat(classPath.entries())
                .containsExactly(work.resolve("app.jar"), work.resolve("lib/a.jar"), work.resolve("lib/b.jar"));
        assertThat(classPath.missing()).containsExactly(work.resolve("gone.jar") + ", which cannot be read");
    }

    @Test
    @DisplayName("is that of its environment otherwise")
    void environment() throws IOException {
        assertThat(of("A=b\0CLASSPATH=" + work + "/app.jar\0", "com.acme.Main").entries())
                .containsExactly(work.resolve("app.jar"));
    }

    @Test
    @DisplayName("cannot be told of what is no JVM, or not there, or where there is no /proc")
    void none() throws IOException {
        assertThatThrownBy(() -> of("", "x")).isInstanceOf(IOException.class).hasMessageContaining("is it a JVM?");
        assertThatThrownBy(() -> ProcessClassPath.of(proc, "8")).hasMessageContaining("no process 8");
        assertThatThrownBy(() -> ProcessClassPath.of(directory.resolve("none"), "7"))
                .hasMessageContaining("jcmd 7 VM.command_line");
    }
}
