package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A source that is not valid")
class ProblemsIT {

    private static final String CANARY = "canary4711";

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource(
                    "reload.watch=false",
                    "reload.backoff.base=0s",
                    "http.address=127.0.0.1:0",
                    "http.token-file=token",
                    "log.level=trace");

    @OnOldestAndNewest
    @DisplayName(
            "A15 nothing is applied; every problem is reported at once with file, line, column, path, reason; secrets are masked")
    void everyProblem(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            AgentHttp http = AgentHttp.of(service, workspace);
            workspace.source(
                    "service:", "  a: many", "  b: 20", "  timeout: soon", "database:", "  password: " + CANARY, "");

            List<String> result = service.ask("reload");
            assertThat(result).startsWith("REFUSED", "version 1");
            assertThat(result)
                    .filteredOn(line -> line.startsWith("problem "))
                    .hasSize(3)
                    .anySatisfy(line -> assertThat(line).contains("app.yaml:2:6 service.a", "int", "many"))
                    .anySatisfy(line -> assertThat(line).contains("app.yaml:4:12 service.timeout", "soon"))
                    .anySatisfy(line -> assertThat(line).contains("app.yaml:6:13 database.password", "***"));

            HttpResponse<String> answer = http.reload("reason=test");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(AgentHttp.json(answer).path("problems")).hasSize(3).anySatisfy(problem -> {
                assertThat(problem.path("source").asText()).endsWith("app.yaml");
                assertThat(problem.path("line").asInt()).isEqualTo(2);
                assertThat(problem.path("column").asInt()).isEqualTo(6);
                assertThat(problem.path("path").asText()).isEqualTo("service.a");
                assertThat(problem.path("message").asText()).contains("many");
            });

            service.awaitStderr("app.yaml:6:13 database.password");
            assertThat(answer.body()).doesNotContain(CANARY);
            assertThat(result).noneMatch(line -> line.contains(CANARY));
            assertThat(service.ask("events")).noneMatch(line -> line.contains(CANARY));
            assertThat(service.stderr()).noneMatch(line -> line.contains(CANARY));
            service.awaitSeen("pair", "[1, 2]");

            workspace.source("service: {a: 1, b: 20}", "database: {password: 1318531853}");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            service.awaitSeen("password", 0, 1318531853);
            assertThat(http.reload("").body()).doesNotContain("1318531853");
            service.awaitSeen("a", 1);
            service.awaitSeen("b", 2, 20);
            assertThat(service.stderr()).noneMatch(line -> line.contains("1318531853"));
        }
    }

    @OnOldestAndNewest
    @DisplayName("A15 the validation of two modules refuses: nothing is applied, both say why, no reload is called")
    void modulesRefuse(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            service.ask("modules strict easy stricter");
            service.ask("behave strict refuse");
            service.ask("behave stricter refuse");
            workspace.source("service: {a: 10, b: 20}");

            assertThat(service.ask("reload"))
                    .startsWith("REFUSED", "version 1")
                    .filteredOn(line -> line.startsWith("problem "))
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line).contains("strict refuses"))
                    .anySatisfy(line -> assertThat(line).contains("stricter refuses"));

            assertThat(service.ask("calls")).noneMatch(call -> call.contains(" reload ") || call.contains(" undo "));
            service.ask("behave strict well");
            service.ask("behave stricter well");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            service.awaitSeen("a", 1, 10);
            service.awaitSeen("b", 2, 20);
        }
    }
}
