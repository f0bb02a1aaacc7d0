package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Triggers from outside")
class RemoteTriggersIT {

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource("reload.watch=false", "http.address=127.0.0.1:0", "http.token-file=token");

    @OnEveryJdk
    @DisplayName("HTTP: a token in a file of mode 0600; 401 without it, 200 with the result, 409 when refused")
    void http(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.file("token"))))
                    .isEqualTo("rw-------");

            workspace.source("service: {a: 2}");
            assertThat(http.reloadWithoutToken().statusCode()).isEqualTo(401);
            assertThat(http.reloadWithToken("x".repeat(43)).statusCode()).isEqualTo(401);
            service.awaitSeen("a", 1);

            HttpResponse<String> applied = http.reload("reason=more+a");
            assertThat(applied.statusCode()).isEqualTo(200);
            JsonNode result = AgentHttp.json(applied);
            assertThat(result.path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(result.path("version").asInt()).isEqualTo(2);
            assertThat(result.path("trigger").asText()).isEqualTo("http");
            assertThat(result.path("reason").asText()).isEqualTo("more a");
            assertThat(result.path("changes").path(0).path("path").asText()).isEqualTo("service.a");
            service.awaitSeen("a", 1, 2);

            workspace.source("service: {a: much}");
            HttpResponse<String> refused = http.reload("");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(AgentHttp.json(refused).path("outcome").asText()).isEqualTo("REFUSED");
            service.awaitSeen("a", 1, 2);
            assertThat(Events.await(service, "reload.failed", 1).startedBy("http"))
                    .isEqualTo(2);
        }
    }

    @OnEveryJdk
    @DisplayName("JMX: the operation reloads and returns the result; the attributes show version and outcome")
    void jmx(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            service.awaitAnswer("jmx-attribute Version", version -> version.containsExactly("1"));

            workspace.source("service: {a: 2}");
            assertThat(service.ask("jmx test")).containsExactly("APPLIED", "version 2", "service.a: 1 -> 2");
            service.awaitSeen("a", 1, 2);
            assertThat(service.ask("jmx-attribute LastOutcome")).containsExactly("APPLIED");

            workspace.source("service: {a: much}");
            assertThat(service.ask("jmx test")).startsWith("REFUSED", "version 2");
            assertThat(service.ask("jmx-attribute LastError"))
                    .singleElement()
                    .asString()
                    .contains("app.yaml:1:14 service.a");
            service.awaitSeen("a", 1, 2);
            assertThat(Events.await(service, "reload.failed", 1).startedBy("jmx"))
                    .isEqualTo(2);
        }
    }
}
