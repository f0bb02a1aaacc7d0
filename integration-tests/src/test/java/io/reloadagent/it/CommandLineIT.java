package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.reloadagent.it.Verbs.Ended;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command line")
class CommandLineIT {

    private static final String SECRET = "8675309";

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource(
                    "reload.watch=false",
                    "reload.settle=20ms",
                    "reload.backoff.base=30s",
                    "http.address=127.0.0.1:0",
                    "http.token-file=token");

    private static void assertDone(Ended ended) {
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.toString()).doesNotContain(SECRET);
    }

    private static void assertFailed(Ended ended, int exitCode) {
        assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(exitCode);
        assertThat(ended.toString()).doesNotContain(SECRET);
    }

    @OnOldestAndNewest
    @DisplayName(
            "A13 A14 A35 shows the status, a dry run, reloads, the history and what differs, and goes back, as people read it")
    void reloads(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace =
                new Workspace(directory).source("service: {a: 1}", "database: {password: " + SECRET + "}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            Verbs verbs =
                    Verbs.of(jdk, workspace, AgentHttp.of(service, workspace).address());
            service.awaitSeen("a", 1);

            Ended status = verbs.run("status");
            assertDone(status);
            assertThat(status.out()).contains("state        READY, all is well", "version      1");
            assertThat(status.out()).anyMatch(line -> line.matches("service\\.a +\\S+\\.a +\\w+ +source +\\d+ +\\d+"));

            workspace.source("service: {a: 2}", "database: {password: 1" + SECRET + "}");
            Ended dryRun = verbs.run("reload", "--dry-run");
            assertDone(dryRun);
            assertThat(dryRun.out().get(0)).startsWith("would be applied: 2 changes; nothing has changed, version 1");
            assertThat(dryRun.out())
                    .anyMatch(line -> line.matches("  service\\.a +com\\.acme\\.service\\.Settings\\.a +1 -> 2"))
                    .anyMatch(line ->
                            line.matches("  database\\.password +.*Settings\\.password +\\*\\*\\* -> \\*\\*\\*"));
            service.awaitSeen("version", 1);

            Ended reload = verbs.run("reload", "--reason", "ticket-4711");
            assertDone(reload);
            assertThat(reload.out().get(0)).startsWith("applied: version 2 is in force, 2 changes");
            service.awaitSeen("a", 1, 2);

            Ended back = verbs.run("rollback", "1", "--reason", "slower");
            assertDone(back);
            assertThat(back.out().get(0)).startsWith("applied: version 3 is in force");
            service.awaitSeen("a", 1, 2, 1);

            Ended history = verbs.run("history");
            assertDone(history);
            assertThat(history.out()).hasSize(4);
            assertThat(history.out().get(1))
                    .startsWith("3 ")
                    .contains(" cli ", "back to 1", "2 -> 1", "reason: slower");
            assertThat(history.out().get(2)).startsWith("2 ").contains("service.a 1 -> 2", "reason: ticket-4711");

            Ended diff = verbs.run("diff", "1", "2");
            assertDone(diff);
            assertThat(diff.out())
                    .containsExactlyInAnyOrder("service.a          1 -> 2", "database.password  *** -> ***");
        }
    }

    @OnOldestAndNewest
    @DisplayName("A15 A29 A30 names the place of what is refused, exits with 1, and ends the wait")
    void refused(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            Verbs verbs =
                    Verbs.of(jdk, workspace, AgentHttp.of(service, workspace).address());
            service.awaitSeen("a", 1);
            assertDone(verbs.run("health"));

            workspace.source("service: {a: much, b: 3}");
            Ended refused = verbs.run("reload");
            assertFailed(refused, 1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err().get(0)).isEqualTo("REFUSED: version 1 stays");
            assertThat(refused.err().get(1)).contains("app.yaml:1:14 service.a: expected an int");
            assertThat(refused.err().get(2)).startsWith("Nothing was changed.");
            service.awaitSeen("a", 1);

            Ended waiting = verbs.run("reload");
            assertFailed(waiting, 1);
            assertThat(waiting.err()).anyMatch(line -> line.contains("end the wait with reset-breaker"));
            assertDone(verbs.run("reset-breaker", "--reason", "mended"));
            assertThat(verbs.run("reload").err().get(0)).isEqualTo("REFUSED: version 1 stays");

            Ended health = verbs.run("health");
            assertFailed(health, 1);
            assertThat(health.err()).anyMatch(line -> line.contains("app.yaml:1:14"));

            workspace.source("service: {a: 1, b: 4}", "mail: 5");
            Ended section = verbs.run("reload", "--section", "servise");
            assertFailed(section, 1);
            assertThat(section.err().get(0)).startsWith("refused (400): ").contains("service");
            assertThat(verbs.run("reload", "--section", "mail").out().get(0)).startsWith("unchanged: ");
            assertThat(verbs.run("reload", "--section", "mail", "service").out().get(0))
                    .startsWith("applied: version 2");
            service.awaitSeen("b", 2, 4);
            assertDone(verbs.run("health"));
        }
    }

    @OnOldestAndNewest
    @DisplayName("tells a wrong token, a token that others may read, and nobody who listens apart")
    void notLetIn(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        URI address;
        try (Application service = SERVICE.start(jdk, workspace)) {
            address = AgentHttp.of(service, workspace).address();
            Verbs verbs = Verbs.of(jdk, workspace, address);
            Path other = Files.writeString(workspace.file("other"), "x".repeat(43));
            Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
            Ended wrong = verbs.withToken(other).run("reload");
            assertFailed(wrong, 1);
            assertThat(wrong.err().get(0)).startsWith("refused (401): ");
            assertThat(wrong.err().get(1)).contains("HTTP listens at", "--token-file");

            Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-r--r--"));
            Ended open = verbs.withToken(other).run("status");
            assertFailed(open, 2);
            assertThat(open.err().get(0)).contains("rw-r--r--: others may know the token");

            assertThat(verbs.run("log-level").out()).containsExactly("info");
            assertThat(verbs.run("log-level", "debug", "--reason", "look").out())
                    .containsExactly("info -> debug");
            assertThat(verbs.run("log-level").out()).containsExactly("debug");
            Ended json = verbs.run("status", "--json");
            assertDone(json);
            JsonNode status = new ObjectMapper().readTree(String.join("\n", json.out()));
            assertThat(status.path("logLevel").asText()).isEqualTo("debug");
            assertThat(status.path("version").asInt()).isEqualTo(1);
        }
        Ended gone = Verbs.of(jdk, workspace, address).run("status");
        assertFailed(gone, 3);
        assertThat(gone.err().get(0)).startsWith("nobody listens at " + address);
    }

    @OnOldestAndNewest
    @DisplayName("asks once for a change, also if the connection breaks: it may have been made")
    void once(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory);
        Files.writeString(workspace.file("token"), "x".repeat(43));
        Files.setPosixFilePermissions(workspace.file("token"), PosixFilePermissions.fromString("rw-------"));
        try (BreakingServer server = new BreakingServer()) {
            Ended broken = Verbs.of(jdk, workspace, server.address()).run("rollback", "1", "--reason", "slower");
            assertFailed(broken, 3);
            assertThat(broken.err().get(0)).contains(server.address() + " does not answer as an agent");
            assertThat(server.requests()).containsExactly("POST /admin/rollback HTTP/1.1");
        }
    }

    @OnOldestAndNewest
    @DisplayName("watch tells each event as it happens, and that the agent is gone")
    void watch(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            Verbs verbs = Verbs.of(jdk, workspace, http.address());
            service.awaitSeen("a", 1);
            try (Application watch = verbs.start("watch");
                    Application json = verbs.start("watch", "--json")) {
                watch.awaitStderr("watching " + http.address());
                json.awaitStderr("watching ");

                workspace.source("service: {a: 2}");
                assertThat(http.reload("").statusCode()).isEqualTo(200);
                watch.awaitStdout("  reload.started  trigger=http");
                watch.awaitStdout("  reload.completed  ");
                json.awaitStdout("\"type\":\"reload.completed\"");

                workspace.source("service: {a: much}");
                assertThat(http.reload("").statusCode()).isEqualTo(409);
                watch.awaitStdout("  reload.failed  error=");

                service.terminate();
                assertThat(watch.awaitExit()).isEqualTo(3);
                assertThat(watch.stderr()).anyMatch(line -> line.contains("tells no more"));
                assertThat(json.awaitExit()).isEqualTo(3);
            }
        }
    }
}
