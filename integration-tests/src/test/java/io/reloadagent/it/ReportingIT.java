package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the agent tells of its work")
class ReportingIT {

    private static final String SECRET = "hunter2-and-more";

    @OnOldestAndNewest
    @DisplayName(
            "A32 every observer gets the same events, as CloudEvents 1.0, with the prefix that was set, and no secret (A35)")
    void everywhere(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, password: " + SECRET + 1 + "}");
        try (Receiver receiver = Receiver.start();
                Application service = launch(
                                "events.type-prefix=com.acme.", "audit.file=audit.log", "webhook.url=" + receiver.url())
                        .start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            try (EventLine line = http.events()) {
                workspace.source("service: {a: 2, password: " + SECRET + 2 + "}");
                assertThat(AgentHttp.json(http.reload("reason=ticket-4711"))
                                .path("outcome")
                                .asText())
                        .isEqualTo("APPLIED");
                workspace.source("service: {a: " + SECRET + ", password: " + SECRET + 3 + "}");
                assertThat(AgentHttp.json(http.reload("")).path("outcome").asText())
                        .isEqualTo("REFUSED");

                String[] types = {
                    "com.acme.reload.started",
                    "com.acme.reload.validated",
                    "com.acme.reload.completed",
                    "com.acme.reload.started",
                    "com.acme.reload.failed"
                };
                eventually(() -> assertTypes(receiver.documents(), types));
                eventually(() -> assertTypes(line.documents(), types));
                eventually(() -> assertThat(line.types()).containsExactly(types));
                service.awaitAnswer("events", events -> events.hasSize(types.length));
                assertTypes(service.ask("events"), types);
                eventually(() -> assertThat(audit(workspace)).hasSize(types.length + 2));
                assertTypes(
                        audit(workspace),
                        types[0],
                        types[1],
                        types[2],
                        "com.acme.audit.reload",
                        types[3],
                        types[4],
                        "com.acme.audit.reload");
                assertThat(receiver.documents()).isEqualTo(service.ask("events"));
                for (List<String> told : List.of(receiver.documents(), line.documents(), audit(workspace))) {
                    assertThat(String.join("\n", told)).doesNotContain(SECRET + 1, SECRET + 2, SECRET + 3);
                }
                assertThat(http.text("/metrics")).doesNotContain(SECRET);
            }
        }
    }

    @OnOldestAndNewest
    @DisplayName("the audit keeps who had the agent do what, why, and with what result; and who was not let in")
    void audit(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = launch("audit.file=audit.log").start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 2}");
            http.reload("dryRun=true");
            http.reload("reason=ticket-4711");
            http.post("/admin/rollback", "version=1&reason=slower");
            http.post("/admin/breaker/reset", "reason=mended");
            http.post("/admin/log-level", "level=debug&reason=look");
            http.reloadWithoutToken();
            service.awaitAnswer("jmx-attribute Version", version -> version.containsExactly("3"));
            service.ask("jmx-stop");

            eventually(() -> assertThat(operations(workspace))
                    .extracting(CloudEvent::getType)
                    .containsExactly(
                            "audit.dry-run",
                            "audit.reload",
                            "audit.rollback",
                            "audit.breaker.reset",
                            "audit.log-level",
                            "audit.access.refused",
                            "audit.stop"));
            List<JsonNode> data =
                    operations(workspace).stream().map(Events::data).toList();
            assertThat(data)
                    .filteredOn(entry -> entry.path("trigger").asText().equals("http"))
                    .hasSize(6);
            assertThat(data)
                    .filteredOn(entry -> entry.path("actor").asText().startsWith("127.0.0.1"))
                    .hasSize(6);
            JsonNode reload = data.get(1);
            assertThat(reload.path("reason").asText()).isEqualTo("ticket-4711");
            assertThat(reload.path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(reload.path("fromVersion").asInt()).isEqualTo(1);
            assertThat(reload.path("toVersion").asInt()).isEqualTo(2);
            assertThat(reload.path("duration").isIntegralNumber()).isTrue();
            assertThat(reload.path("paths").path(0).asText()).isEqualTo("service.a");
            assertThat(data.get(2).path("backToVersion").asInt()).isEqualTo(1);
            assertThat(data.get(2).path("toVersion").asInt()).isEqualTo(3);
            assertThat(data.get(4).path("from").asText()).isEqualTo("info");
            assertThat(data.get(4).path("to").asText()).isEqualTo("debug");
            assertThat(data.get(5).path("status").asInt()).isEqualTo(401);
            assertThat(data.get(6).path("trigger").asText()).isEqualTo("jmx");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.file("audit.log"))))
                    .isEqualTo("rw-------");
        }
    }

    @OnOldestAndNewest
    @EnabledOnOs(OS.LINUX)
    @DisplayName(
            "A33 a pipe without a reader as the audit's file, a webhook that nobody answers, an event reader that does not read, an observer"
                    + " that throws, one that never returns: reloads go on, drops are counted")
    void deadEnds(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 0}");
        String pipe = workspace.file("audit.log").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
        try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Application service = launch(
                                "audit.file=audit.log", "webhook.url=http://127.0.0.1:" + deaf.getLocalPort() + "/hook")
                        .start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 0);
            http.openEventsWithoutReading();
            service.ask("observe throws");
            service.ask("observe hangs");
            int reloads = 400; // three events each: more than a queue holds
            long begin = System.nanoTime();
            for (int i = 1; i <= reloads; i++) {
                workspace.source("service: {a: " + i + "}");
                assertThat(service.ask("reload").get(0)).isEqualTo("APPLIED");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(2));

            eventually(() -> {
                Metrics metrics = Metrics.of(http);
                assertThat(metrics.get("reload_events_dropped_total{observer=\"audit\"}"))
                        .isPositive();
                assertThat(metrics.get("reload_events_dropped_total{observer=\"webhook\"}"))
                        .isPositive();
                assertThat(metrics.get("reload_events_dropped_total{observer=\"application\"}"))
                        .isPositive();
                assertThat(metrics.get("reload_attempts_total{outcome=\"applied\",trigger=\"api\"}"))
                        .isEqualTo(reloads);
            });
            assertThat(service.stderr())
                    .filteredOn(line -> line.contains("the audit cannot be written"))
                    .hasSize(1);
            assertThat(service.stderr())
                    .filteredOn(line -> line.contains("Observer 'application' failed"))
                    .hasSize(1);
            assertThat(http.status().path("version").asInt()).isEqualTo(reloads + 1);
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "the level of the log changes while it runs; at debug every step of a reload is a line with its id, in order")
    void logLevel(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = launch().start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            service.ask("modules first second");
            workspace.source("service: {a: 2}");
            http.reload("");
            service.awaitStderr("version 2");
            assertThat(service.stderr()).noneMatch(line -> line.contains(" DEBUG "));

            assertThat(http.post("/admin/log-level", "level=debug").statusCode())
                    .isEqualTo(200);
            workspace.source("service: {a: 3}");
            String id = AgentHttp.json(http.reload("")).path("reloadId").asText();
            service.awaitStderr("version 3");
            eventually(() -> assertThat(service.stderr().stream().filter(line -> line.contains(id)))
                    .as(service.toString())
                    .anyMatch(line -> line.contains("trigger http"))
                    .anyMatch(line -> line.contains("module 'first' begins"))
                    .anyMatch(line -> line.contains("module 'second' done"))
                    .containsSubsequence(
                            lines(service, id, ": read", ": parse", ": compare", ": validate", ": commit")));

            assertThat(http.post("/admin/log-level", "level=warn").statusCode()).isEqualTo(200);
            int before = service.stderr().size();
            workspace.source("service: {a: 4}");
            http.reload("");
            service.awaitSeen("a", 1, 2, 3, 4);
            assertThat(service.stderr().subList(before, service.stderr().size()))
                    .noneMatch(line -> line.contains(" DEBUG ") || line.contains(" INFO Reload"));
        }
    }

    /** The lines about a reload that contain these texts, in this order; the text itself where there is none. */
    private static String[] lines(Application service, String id, String... texts) {
        return List.of(texts).stream()
                .map(text -> service.stderr().stream()
                        .filter(line -> line.contains(id) && line.contains(text))
                        .findFirst()
                        .orElse("no line with '" + text + "'"))
                .toArray(String[]::new);
    }

    private static Launch launch(String... settings) {
        return Launch.annotated("com.acme.service.ServiceMain")
                .withSource(concat(
                        List.of("reload.watch=false", "http.address=127.0.0.1:0", "http.token-file=token"),
                        List.of(settings)));
    }

    private static String[] concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toArray(String[]::new);
    }

    private static void assertTypes(List<String> documents, String... types) {
        Events events = Events.of(documents);
        assertThat(events.types()).containsExactly(types);
        assertThat(events.all()).allSatisfy(event -> {
            assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(event.getTime()).isNotNull();
        });
    }

    private static List<CloudEvent> operations(Workspace workspace) throws IOException {
        return Events.of(audit(workspace)).all().stream()
                .filter(event -> event.getType().startsWith("audit."))
                .toList();
    }

    private static List<String> audit(Workspace workspace) throws IOException {
        return Files.readAllLines(workspace.file("audit.log"));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
    }
}
