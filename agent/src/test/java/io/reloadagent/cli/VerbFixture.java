package io.reloadagent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Verbs that ask a server, whose token is in a file; none ever shows it. */
abstract class VerbFixture {

    private static final String TOKEN = "t".repeat(43);

    static final String STATUS = """
            {"state": "READY", "healthy": true, "problems": [], "version": 2, "lastOutcome": "APPLIED", "lastError": null,
             "lastReloadTime": "2026-11-22T12:00:00.123456789Z", "backingOffSeconds": 0, "drift": ["mail.host"], "notes": [],
             "history": {"onDisk": false, "problem": null}, "logLevel": "info", "fields": [
             {"field": "com.acme.Pool.size", "path": "pool.size", "state": "settled", "overridden": true, "sites": 3,
              "classes": 1},
             {"field": "com.acme.Other.size", "path": "pool.size", "state": "unread", "overridden": false, "sites": 0,
              "classes": 0}]}""";

    @TempDir
    Path directory;

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    AgentServer server;
    Path token;

    @BeforeEach
    void start() throws IOException {
        server = new AgentServer();
        token = Files.writeString(directory.resolve("token"), TOKEN);
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(out.toString(UTF_8) + err.toString(UTF_8)).doesNotContain(TOKEN);
    }

    /** The exit code of a call to the server. */
    int run(String... arguments) {
        return run(Stream.of(arguments), "--url", server.url(), "--token-file", token.toString());
    }

    /** That of a call as it is, of words and more words. */
    int run(Stream<String> arguments, String... more) {
        return ReloadAgentCommand.run(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }
}
