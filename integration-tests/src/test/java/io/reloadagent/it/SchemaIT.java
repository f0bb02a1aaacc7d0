package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A source with a JSON Schema")
class SchemaIT {

    private static final Launch SERVICE =
            Launch.annotated("com.acme.service.ServiceMain").withConfiguration();

    @OnOldestAndNewest
    @DisplayName("A15 is refused as a whole where it does not satisfy it; a schema that is none refuses every reload")
    void refused(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory)
                .configuration(
                        "sources: [{file: app.yaml, schema: app.schema.json}]",
                        "reload: {watch: false}",
                        "http: {address: '127.0.0.1:0', token-file: " + directory.resolve("token") + "}")
                .source("service: {a: 1, b: 2}");
        Path schema = Workspace.write(
                workspace.file("app.schema.json"),
                "{\"properties\": {\"service\": {\"properties\": {\"a\": {\"maximum\": 10}, \"b\": {\"type\": \"integer\"}}}}}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            AgentHttp http = AgentHttp.of(service, workspace);
            workspace.source("service:", "  a: 11", "  b: two");
            HttpResponse<String> answer = http.reload("");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(AgentHttp.json(answer).path("problems"))
                    .hasSize(2)
                    .anySatisfy(problem -> {
                        assertThat(problem.path("source").asText()).endsWith("app.yaml");
                        assertThat(problem.path("line").asInt()).isEqualTo(2);
                        assertThat(problem.path("column").asInt()).isEqualTo(6);
                        assertThat(problem.path("path").asText()).isEqualTo("service.a");
                        assertThat(problem.path("message").asText()).contains("maximum: 10", "app.schema.json:1:");
                    })
                    .anySatisfy(
                            problem -> assertThat(problem.path("path").asText()).isEqualTo("service.b"));
            service.awaitSeen("pair", "[1, 2]");

            workspace.source("service: {a: 10, b: 2}");
            assertThat(service.ask("reload")).startsWith("APPLIED");
            service.awaitSeen("a", 1, 10);

            Workspace.write(schema, "{\"type\": 5}");
            assertThat(service.ask("reload"))
                    .startsWith("REFUSED")
                    .anyMatch(line -> line.contains("app.schema.json:1:10 type: is no JSON Schema"));
            service.awaitSeen("a", 1, 10);
        }
    }
}
