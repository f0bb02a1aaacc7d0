package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the agent shows of the configuration")
class ConfigIT {

    private static final String SECRET = "8675309";
    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource(
                    "reload.watch=false",
                    "reload.settle=20ms",
                    "reload.backoff.base=0s",
                    "http.address=127.0.0.1:0",
                    "http.token-file=token");

    @OnOldestAndNewest
    @DisplayName(
            "each value with its place, its fields, since when it is so, and why it is not in force; secrets masked")
    void values(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source(source("1", "x", SECRET));
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            JsonNode a = value(http, "service.a");
            assertThat(a.path("value").asInt()).isEqualTo(1);
            assertThat(a.path("source").asText()).endsWith("app.yaml");
            assertThat(a.path("line").asInt()).isEqualTo(1);
            assertThat(a.path("column").asInt()).isEqualTo(14);
            assertThat(a.path("since").asInt()).isEqualTo(1);
            assertThat(a.path("drift").isNull()).isTrue();
            JsonNode field = a.path("fields").path(0);
            assertThat(field.path("class").asText()).isEqualTo("com.acme.service.Settings");
            assertThat(field.path("field").asText()).isEqualTo("a");
            assertThat(field.path("type").asText()).isEqualTo("int");
            assertThat(field.path("overridden").asBoolean()).isTrue();
            assertThat(value(http, "service.b").path("source").isNull()).isTrue();
            assertThat(value(http, "other.keys").path("fields")).isEmpty();
            assertThat(value(http, "database.password").path("value").asText()).isEqualTo("***");
            assertThat(value(http, "shadow.secret").path("value").asText()).isEqualTo("***");
            assertThat(value(http, "repeated").path("value").asText()).isEqualTo("again ***");

            workspace.source(source("2", "x", SECRET));
            http.reload("");
            assertThat(value(http, "service.a").path("since").asInt()).isEqualTo(2);
            assertThat(value(http, "other.keys").path("since").asInt()).isEqualTo(1);

            workspace.source(source("2", "y", SECRET));
            http.reload("");
            JsonNode other = value(http, "other.keys");
            assertThat(other.path("value").asText()).isEqualTo("y");
            assertThat(other.path("drift").path("kind").asText()).isEqualTo("not-dynamic");

            workspace.source(source("many", "x", "1" + SECRET));
            http.reload("");
            JsonNode refused = value(http, "service.a");
            assertThat(refused.path("value").asInt()).isEqualTo(2);
            assertThat(refused.path("drift").path("kind").asText()).isEqualTo("not-applied");
            assertThat(refused.path("drift").path("value").asText()).isEqualTo("many");
            assertThat(refused.path("drift").path("line").asInt()).isEqualTo(1);
            assertThat(refused.path("drift").path("why").asText()).contains("expected an int");
            assertThat(value(http, "database.password")
                            .path("drift")
                            .path("value")
                            .asText())
                    .isEqualTo("***");
            assertThat(http.text("/admin/config")).doesNotContain(SECRET);

            workspace.source(source("3", "x", SECRET));
            http.reload("");
            http.post("/admin/rollback", "version=1");
            assertThat(value(http, "service.a").path("drift").path("why").asText())
                    .contains("gone back to");
        }
    }

    @OnOldestAndNewest
    @DisplayName("a field's own value, and one that the source cannot give it, are told apart")
    void ownValues(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: lots}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            JsonNode b = value(http, "service.b");
            assertThat(b.path("fields").path(0).path("overridden").asBoolean()).isFalse();
            assertThat(b.path("drift").path("kind").asText()).isEqualTo("not-accepted");
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "the console's files need no token, hold no data, and may be put in no other page; anything else needs one")
    void consoleFiles(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            URI address = AgentHttp.of(service, workspace).address();
            HttpResponse<String> page = send(HttpRequest.newBuilder(address.resolve("/")));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
            assertThat(header(page, "Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "trusted-types");
            assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
            HttpResponse<String> script = send(HttpRequest.newBuilder(address.resolve("/console/app.js")));
            assertThat(header(script, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
            assertThat(page.body() + script.body()).doesNotContain("service.a");

            for (String other :
                    new String[] {"/console/", "/console/none.js", "/console/%61pp.js", "/console/../index.html"}) {
                assertThat(send(HttpRequest.newBuilder(URI.create(address + other)))
                                .statusCode())
                        .as(other)
                        .isEqualTo(401);
            }
            assertThat(send(HttpRequest.newBuilder(address.resolve("/")).POST(BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String[] source(String a, String other, String password) {
        return new String[] {
            "service: {a: " + a + "}",
            "other: {keys: " + other + "}",
            "database: {password: " + password + "}",
            "shadow: {secret: {" + "inner: " + SECRET + "}}",
            "repeated: again " + password
        };
    }

    private static JsonNode value(AgentHttp http, String path) throws Exception {
        for (JsonNode value : http.get("/admin/config").path("values")) {
            if (value.path("path").asText().replace(".***", "").equals(path)) {
                return value;
            }
        }
        throw new AssertionError("nothing at " + path + " in " + http.text("/admin/config"));
    }
}
