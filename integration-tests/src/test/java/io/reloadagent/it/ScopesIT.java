package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a reload takes over, and when it waits")
class ScopesIT {

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource("reload.watch=false", "http.address=127.0.0.1:0", "http.token-file=token");

    private static final Launch WATCHED = Launch.annotated("com.acme.service.ServiceMain")
            .withSource("http.address=127.0.0.1:0", "http.token-file=token");

    @OnOldestAndNewest
    @DisplayName(
            "A11 only the sections asked for are read anew; the rest is drift; an unknown one is an error with the known ones")
    void sections(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("pair", "[1, 2]");
            workspace.source("service: {a: 10, b: 20}");

            assertThat(service.ask("reload service.a")).startsWith("APPLIED", "version 2");
            service.awaitSeen("a", 1, 10);
            service.awaitSeen("b", 2);
            assertThat(http.status().path("drift")).extracting(JsonNode::asText).containsExactly("service.b");

            assertThat(service.ask("reload servise")).startsWith("INVALID", "version 2");
            HttpResponse<String> unknown = http.reload("section=servise");
            assertThat(unknown.statusCode()).isEqualTo(400);
            assertThat(unknown.body()).contains("did you mean 'service'?; there are service");

            assertThat(service.ask("reload")).startsWith("APPLIED", "version 3");
            service.awaitSeen("b", 2, 20);
            assertThat(http.status().path("drift")).isEmpty();
        }
    }

    @OnOldestAndNewest
    @DisplayName("A11 a variable that only a dynamic field tells the path of is drift, too")
    void variables(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory)
                .source("service: {a: 1}")
                .configuration(
                        "sources: [{file: app.yaml}, {env-file: app.env, prefix: APP_}]",
                        "reload.watch: false",
                        "http: {address: '127.0.0.1:0', token-file: token}");
        Workspace.write(workspace.file("app.env"), "APP_SERVICE_B=2");
        Launch launch = Launch.annotated("com.acme.service.ServiceMain").withConfiguration();
        try (Application service = launch.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("pair", "[1, 2]");
            workspace.source("service: {a: 10}");
            Workspace.write(workspace.file("app.env"), "APP_SERVICE_B=20");

            assertThat(service.ask("reload service.a")).startsWith("APPLIED", "version 2");
            assertThat(http.status().path("drift")).extracting(JsonNode::asText).containsExactly("service.b");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 3");
            service.awaitSeen("b", 2, 20);
            assertThat(http.status().path("drift")).isEmpty();
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "A13 a dry run says what would happen, and nothing does; A14 a roll back is a version of its own, with its origin")
    void dryRunAndRollBack(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("pair", "[1, 2]");
            service.ask("modules only");
            workspace.source("service: {a: 10, b: 2}");

            JsonNode dry = AgentHttp.json(http.reload("dryRun=true"));
            assertThat(dry.path("outcome").asText()).isEqualTo("ACCEPTED");
            assertThat(dry.path("changes").path(0).path("path").asText()).isEqualTo("service.a");
            assertThat(dry.path("version").asInt()).isEqualTo(1);
            assertThat(service.ask("calls")).containsExactly("only validate service.a: Integer 1 -> Integer 10");
            service.awaitSeen("a", 1);

            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            service.awaitSeen("a", 1, 10);

            JsonNode back = AgentHttp.json(http.post("/admin/rollback", "version=1&reason=slower"));
            assertThat(back.path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(back.path("version").asInt()).isEqualTo(3);
            assertThat(back.path("backToVersion").asInt()).isEqualTo(1);
            service.awaitSeen("a", 1, 10, 1);
            JsonNode history = http.get("/admin/history").path("history");
            assertThat(history)
                    .extracting(entry -> entry.path("version").asInt())
                    .containsExactly(3, 2, 1);
            assertThat(history.path(0).path("reason").asText()).isEqualTo("slower");
            assertThat(http.post("/admin/rollback", "version=9").statusCode()).isEqualTo(400);
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "A29 what failed is refused for a while with 429; A30 until a reset; a file's other content is tried at once")
    void breaker(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = WATCHED.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("pair", "[1, 2]");
            workspace.source("service: {a: much, b: 2}");
            service.awaitAnswer("events", events -> events.anyMatch(event -> event.contains("reload.failed")));

            HttpResponse<String> refused = http.reload("");
            if (refused.statusCode() != 409) { // the machine took longer than the wait is
                assertThat(refused.statusCode()).isEqualTo(429);
                assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
                assertThat(http.post("/admin/breaker/reset", "reason=mended").statusCode())
                        .isEqualTo(200);
                assertThat(http.reload("").statusCode()).isEqualTo(409);
            }
            workspace.source("service: {a: 10, b: 2}");
            service.awaitSeen("a", 1, 10);
            await().untilAsserted(() ->
                    assertThat(http.status().path("state").asText()).isEqualTo("READY"));
        }
    }

    @OnOldestAndNewest
    @DisplayName("A12 only the enabled modules are called, and only the sections of those names apply")
    void enabledModules(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .source("service: {a: 1, b: 2}")
                .configuration("sources: [{file: app.yaml}]", "reload: {watch: false, modules: [service.a, pool]}");
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .withConfiguration()
                .start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            service.ask("modules pool cache");
            workspace.source("service: {a: 10, b: 20}");

            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");

            service.awaitSeen("a", 1, 10);
            service.awaitSeen("b", 2);
            assertThat(service.ask("calls"))
                    .filteredOn(call -> call.contains(" reload "))
                    .containsExactly("pool reload service.a: Integer 1 -> Integer 10");
        }
    }

    @OnOldestAndNewest
    @DisplayName("A30 the application closes the breaker itself, and what failed is tried at once")
    void closedByTheApplication(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .withSource("reload.watch=false", "reload.backoff.base=10m", "reload.backoff.cap=1h")
                .start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            service.ask("modules only");
            service.ask("behave only exception");
            workspace.source("service: {a: 10, b: 2}");
            assertThat(service.ask("reload")).startsWith("ROLLED_BACK", "version 1");
            service.ask("behave only well");
            assertThat(service.ask("reload")).startsWith("BACKING_OFF", "version 1");

            assertThat(service.ask("close-breaker")).containsExactly("done");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            service.awaitSeen("a", 1, 10);
        }
    }

    @OnOldestAndNewest
    @DisplayName("A31 a file that changes, while its content has to wait, is tried when the wait ends")
    void retried(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .withSource("reload.backoff.base=5s")
                .start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            service.ask("modules only");
            service.ask("behave only exception");
            workspace.source("service: {a: 10, b: 2}");
            Events.await(service, "reload.rolledback", 1);
            workspace.source("service: {a: 1, b: 2}");
            Events.await(service, "reload.completed", 1);

            service.ask("behave only well");
            workspace.source("service: {a: 10, b: 2}");
            service.awaitSeen("a", 1, 10);
            service.awaitSeen("version", 1, 2);
        }
    }
}
