package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The health")
class HealthIT {

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource("reload.check-interval=300ms", "http.address=127.0.0.1:0", "http.token-file=token");

    @OnOldestAndNewest
    @DisplayName(
            "tells of a source that is missing, or cannot be read, and that it is back; version N is served meanwhile")
    void source(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            awaitHealth(http, 200, "READY", "");

            workspace.delete(Workspace.SOURCE);
            awaitHealth(http, 503, "SOURCE_MISSING", "app.yaml");
            Files.createDirectory(workspace.file(Workspace.SOURCE));
            awaitHealth(http, 503, "SOURCE_UNREADABLE", "app.yaml");
            service.awaitSeen("a", 1);

            workspace.delete(Workspace.SOURCE);
            workspace.source("service: {a: 10, b: 2}");
            service.awaitSeen("a", 1, 10);
            awaitHealth(http, 200, "READY", "");
        }
    }

    @OnOldestAndNewest
    @DisplayName("tells of a value that did not fit at start, of a reload that failed, and that all is well again")
    void misfit(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: many, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("b", 2);
            awaitHealth(http, 503, "READY", "service.a");

            workspace.source("service: {a: few, b: 20}");
            Events.await(service, "reload.failed", 1);
            awaitHealth(http, 503, null, "version 1 stays");

            workspace.source("service: {a: 10, b: 20}");
            service.awaitSeen("b", 2, 20);
            awaitHealth(http, 200, "READY", "");
        }
    }

    /** Null for any state; an empty problem for none at all. */
    private static void awaitHealth(AgentHttp http, int status, String state, String problem) {
        await("health " + status + " " + state).atMost(Application.PATIENCE).untilAsserted(() -> {
            HttpResponse<String> answer = http.ask("/admin/health");
            JsonNode health = AgentHttp.json(answer);
            assertThat(answer.statusCode()).as("%s", health).isEqualTo(status);
            assertThat(health.path("status").asText()).isEqualTo(status == 200 ? "UP" : "DEGRADED");
            assertThat(health.path("state").asText())
                    .as("%s", health)
                    .matches(shown -> state == null || state.equals(shown));
            if (problem.isEmpty()) {
                assertThat(health.path("problems")).isEmpty();
            } else {
                assertThat(health.path("problems"))
                        .anySatisfy(told -> assertThat(told.asText()).contains(problem));
            }
        });
    }
}
