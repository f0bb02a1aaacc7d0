package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallJavaTest {

    @TempDir
    Path directory;

    @Test
    @DisplayName(
            "without the modules java.management and jdk.httpserver JMX is off in one line, HTTP listens, main ends")
    void javaBaseOnly() throws Exception {
        Path err = directory.resolve("err");
        Path out = directory.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--limit-modules",
                        "java.base",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallJava.class.getName(),
                        directory.resolve("private/token").toString())
                .redirectError(err.toFile())
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS))
                    .as("the threads are daemons")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(out)).isEqualToIgnoringNewLines("listens");
        assertThat(Files.readAllLines(err)).hasSize(2).allMatch(line -> line.startsWith("[reload-agent] "));
        assertThat(Files.readAllLines(err).get(0)).contains("WARN JMX is off: java.lang.NoClassDefFoundError");
    }
}
