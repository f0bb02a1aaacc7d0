package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Many requests")
class ConcurrencyIT {

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain");

    @OnOldestAndNewest
    @DisplayName(
            "A24 ten requests by the API while one runs: one further reload, and every caller gets its real outcome")
    void tenByApi(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.withSource("reload.watch=false").start(jdk, workspace)) {
            holdOne(service, workspace);
            workspace.source("service: {a: 100, b: 2}");
            service.ask("request 10");
            service.ask("release gate");

            List<String> results = service.ask("results");
            assertThat(results).hasSize(11);
            assertThat(results.get(0)).endsWith(" APPLIED 2");
            assertThat(results.subList(1, 11)).allMatch(result -> result.endsWith(" APPLIED 3"));
            assertThat(results.subList(1, 11)).as("of one reload").containsOnly(results.get(1));
            assertOneFurther(service, "api");
        }
    }

    @OnOldestAndNewest
    @DisplayName("A24 ten requests by HTTP while one runs: one further reload, and every caller gets its real outcome")
    void tenByHttp(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.withSource(
                        "reload.watch=false", "http.address=127.0.0.1:0", "http.token-file=token")
                .start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            holdOne(service, workspace);
            workspace.source("service: {a: 100, b: 2}");
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                answers.add(http.reloadAsync("reason=number" + i));
            }
            await("ten requests")
                    .atMost(Application.PATIENCE)
                    .untilAsserted(() -> assertThat(service.stderr())
                            .filteredOn(line -> line.contains("reason: number"))
                            .hasSize(10));
            service.ask("release gate");

            List<JsonNode> results = new ArrayList<>();
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                HttpResponse<String> response = answer.get(20, TimeUnit.SECONDS);
                assertThat(response.statusCode()).isEqualTo(200);
                results.add(AgentHttp.json(response));
            }
            assertThat(results).allSatisfy(result -> {
                assertThat(result.path("outcome").asText()).isEqualTo("APPLIED");
                assertThat(result.path("version").asInt()).isEqualTo(3);
            });
            assertThat(results.stream().map(result -> result.path("reloadId").asText()))
                    .as("of one reload")
                    .containsOnly(results.get(0).path("reloadId").asText());
            assertOneFurther(service, "http");
        }
    }

    /** Leaves a reload that waits in a module until that is released. */
    private static void holdOne(Application service, Workspace workspace) {
        service.awaitSeen("a", 1);
        service.ask("modules gate");
        service.ask("behave gate wait");
        workspace.source("service: {a: 10, b: 2}");
        service.ask("request 1");
        service.awaitAnswer("calls", calls -> calls.contains("gate reload service.a: Integer 1 -> Integer 10"));
        service.awaitSeen("a", 1);
    }

    private static void assertOneFurther(Application service, String trigger) {
        service.awaitAnswer(
                "events",
                events -> events.filteredOn(event -> event.contains("\"reload.completed\""))
                        .hasSize(2));
        Events events = Events.of(service.ask("events"));
        assertThat(events.ofType("reload.started")).hasSize(2);
        assertThat(events.startedBy(trigger)).isEqualTo(trigger.equals("api") ? 2 : 1);
        service.awaitSeen("a", 1, 10, 100);
        service.awaitSeen("version", 1, 2, 3);
    }

    @OnOldestAndNewest
    @DisplayName("A25 one edit of a file is one reload tagged with its trigger; a burst of writes is one reload")
    void oneEditOneReload(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.withSource("reload.settle=300ms").start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 10, b: 2}");
            service.awaitSeen("a", 1, 10);

            for (int i = 11; i <= 40; i++) {
                workspace.overwriteSource("service: {a: " + i + ", b: 2}");
            }
            service.awaitSeen("a", 1, 10, 40);

            workspace.source("service: {a: 99, b: 2}");
            service.awaitSeen("a", 1, 10, 40, 99);

            service.awaitAnswer(
                    "events",
                    events -> events.filteredOn(event -> event.contains("\"reload.completed\""))
                            .hasSize(3));
            Events events = Events.of(service.ask("events"));
            assertThat(events.ofType("reload.started")).as("one a change").hasSize(3);
            assertThat(events.startedBy("file")).isEqualTo(3);
            service.awaitSeen("version", 1, 2, 3, 4);
        }
    }
}
