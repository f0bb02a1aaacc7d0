package io.reloadagent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A check, of methods and levels of loggers,")
class CheckedEffectsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private int check(String configuration, String source) throws IOException {
        Files.writeString(directory.resolve("app.yaml"), source);
        Path file = Files.writeString(directory.resolve("reload.yaml"), configuration);
        return ReloadAgentCommand.run(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), "check", file.toString());
    }

    @Test
    @DisplayName("refuses what is no level, with its place")
    void levels() throws IOException {
        assertThat(check("sources: [{file: app.yaml}]", "loggers: {com.acme: DEBUG, com.acme.Db: LOUD}"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("app.yaml:1:41 loggers.com.acme.Db: expected a level, one of OFF,", "found 'LOUD'");
    }

    @Test
    @DisplayName("leaves levels alone that are switched off")
    void off() throws IOException {
        assertThat(check("{sources: [{file: app.yaml}], loggers: {enabled: false}}", "loggers: {a: LOUD}"))
                .isZero();
    }

    @Test
    @DisplayName("warns of a rule that finds nothing to follow")
    void nothing() throws IOException {
        assertThat(check(
                        "{sources: [{file: app.yaml}], apply: [{path: pool.size, class: com.acme.Pool, method: setSize}]}",
                        "pool: {max: 1}"))
                .isZero();
        assertThat(err.toString(UTF_8))
                .contains("warning: apply rule for com.acme.Pool.setSize finds nothing to follow in the sources at"
                        + " pool.size");
    }
}
