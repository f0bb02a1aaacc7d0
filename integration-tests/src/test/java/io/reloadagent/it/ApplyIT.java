package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A rule that has a method called")
class ApplyIT {

    private static final String SIZE = "  - {path: pool.size, class: com.acme.apply.Pool, method: setMaxSize}";
    private static final String NAME = "com.acme.apply.Pool.setMaxSize";

    private static Workspace workspace(Path directory, String... rules) {
        List<String> lines = new ArrayList<>(List.of(
                "sources: [{file: app.yaml}]",
                "reload: {watch: false, timeout: 8s, backoff: {base: 0s}}",
                "http: {address: '127.0.0.1:0', token-file: token}",
                "apply:"));
        lines.addAll(List.of(rules));
        return new Workspace(directory).configuration(lines.toArray(String[]::new));
    }

    private static Application start(Jdk jdk, Workspace workspace) {
        return Launch.legacy("com.acme.apply.ApplyMain").withConfiguration().start(jdk, workspace);
    }

    private static JsonNode reload(AgentHttp http) throws Exception {
        return AgentHttp.json(http.reload(""));
    }

    private static List<String> calls(Application application) {
        return application.ask("calls").stream()
                .map(call -> call.replace(" on reload-agent-callback", ""))
                .toList();
    }

    @OnOldestAndNewest
    @DisplayName(
            "calls nothing at the start, then every live instance; one made later soon; each has its own value back at last")
    void life(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(directory, SIZE).source("pool: {size: 20}");
        try (Application application = start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(application, workspace);
            application.ask("make a");
            application.ask("elastic b");
            application.ask("make gone");
            assertThat(application.ask("drop gone")).containsExactly("true");
            assertThat(reload(http).path("outcome").asText()).isEqualTo("UNCHANGED");
            assertThat(application.ask("calls")).isEmpty();

            workspace.source("pool: {size: 21}");
            JsonNode result = reload(http);
            assertThat(result.path("outcome").asText()).as("%s", result).isEqualTo("APPLIED");
            assertThat(result.path("changes").path(0).path("path").asText()).isEqualTo("pool.size");
            assertThat(result.path("changes").path(0).path("newValue").asText()).isEqualTo("21");
            assertThat(application.ask("calls"))
                    .containsExactly(
                            "a setMaxSize 21 on reload-agent-callback", "b setMaxSize 21 on reload-agent-callback");

            application.ask("make c");
            application.awaitAnswer("sizes", sizes -> sizes.containsExactly("a 21", "b 21", "c 21"));
            assertThat(application.ask("calls")).containsExactly("c setMaxSize 21 on reload-agent-callback");
            assertThat(http.status().path("apply").path(0).toString())
                    .contains("\"method\":\"" + NAME + "\"", "\"instances\":3", "\"overridden\":true");

            workspace.source("pool: {size: 0x}");
            JsonNode refused = reload(http);
            assertThat(refused.path("outcome").asText()).isEqualTo("REFUSED");
            assertThat(refused.path("message").asText()).contains("app.yaml:1:14 pool.size: expected an int");
            workspace.source("pool: {size: 22}");
            assertThat(AgentHttp.json(http.reload("dryRun=true"))
                            .path("outcome")
                            .asText())
                    .isEqualTo("ACCEPTED");
            assertThat(application.ask("calls")).isEmpty();

            workspace.source("pool: {}");
            assertThat(reload(http).path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(application.ask("sizes")).containsExactly("a 5", "b 7", "c 5");

            assertThat(AgentHttp.json(http.post("/admin/rollback", "version=2"))
                            .path("outcome")
                            .asText())
                    .isEqualTo("APPLIED");
            assertThat(application.ask("sizes")).containsExactly("a 21", "b 21", "c 21");
            workspace.source("pool: {size: 20}");
            assertThat(reload(http).path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(application.ask("sizes")).containsExactly("a 5", "b 7", "c 5");
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "one of three instances throws: the one before goes back, the one behind is not called, nothing is in force")
    void failing(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(directory, SIZE).source("pool: {size: 20}");
        try (Application application = start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(application, workspace);
            List.of("a", "b", "c").forEach(name -> application.ask("make " + name));
            application.ask("behave b fail");
            workspace.source("pool: {size: 21}");

            JsonNode result = reload(http);
            assertThat(result.path("outcome").asText()).as("%s", result).isEqualTo("ROLLED_BACK");
            assertThat(result.path("failedModule").asText()).isEqualTo(NAME);
            assertThat(result.path("message").asText())
                    .contains("module '" + NAME + "' threw java.lang.IllegalStateException: b cannot");
            assertThat(calls(application)).containsExactly("a setMaxSize 21", "b setMaxSize 21", "a setMaxSize 5");
            assertThat(http.status().path("version").asInt()).isEqualTo(1);

            application.ask("behave b well");
            assertThat(reload(http).path("outcome").asText()).isEqualTo("APPLIED");
            application.ask("behave a fail");
            application.ask("behave c fail");
            workspace.source("pool: {size: 22}");
            assertThat(reload(http).path("outcome").asText()).isEqualTo("ROLLED_BACK");
            assertThat(application.ask("sizes")).containsExactly("a 21", "b 21", "c 21");
        }
    }

    @OnOldestAndNewest
    @DisplayName("one of three instances hangs: at the deadline the one before goes back, and the next reload works")
    void hanging(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(directory, SIZE).source("pool: {size: 20}");
        try (Application application = start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(application, workspace);
            List.of("a", "b", "c").forEach(name -> application.ask("make " + name));
            application.ask("behave b hang");
            workspace.source("pool: {size: 21}");

            JsonNode result = reload(http);
            assertThat(result.path("outcome").asText()).as("%s", result).isEqualTo("ROLLED_BACK");
            assertThat(result.path("message").asText()).contains(NAME, "did not return in time");
            assertThat(calls(application)).containsExactly("a setMaxSize 21", "b setMaxSize 21", "a setMaxSize 5");

            application.ask("behave b well");
            assertThat(reload(http).path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(application.ask("sizes")).containsExactly("a 21", "b 21", "c 21");
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "private, static, overloaded methods and those without a parameter are called; a method may ask for a reload")
    void kinds(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(
                        directory,
                        SIZE,
                        "  - {path: pool.limit, class: com.acme.apply.Po*l, method: setLimit}",
                        "  - {path: pool.timeout, class: com.acme.apply.Pool, method: resize, type: Duration, getter: currentTimeout}",
                        "  - {path: pool.secret, class: com.acme.apply.Pool, method: changeSecretly}",
                        "  - {path: pool, class: com.acme.apply.*Pool, method: refresh}")
                .source("pool: {size: 20}");
        try (Application application =
                Launch.annotated("com.acme.apply.ApplyMain").withConfiguration().start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(application, workspace);
            application.ask("make a");
            application.ask("elastic b");
            workspace.source("pool: {size: 20, limit: 3, timeout: 9s, secret: 4}");
            JsonNode result = reload(http);
            assertThat(result.path("outcome").asText()).as("%s", result).isEqualTo("APPLIED");
            assertThat(calls(application))
                    .containsExactly(
                            "setLimit 3",
                            "a resize PT9S",
                            "b resize PT9S",
                            "a changeSecretly 0 -> 4",
                            "b changeSecretly 0 -> 4",
                            "a refresh",
                            "b refresh elastically");

            workspace.source("pool: {size: 20, timeout: 9s}");
            assertThat(reload(http).path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(calls(application)).containsExactly("setLimit 100", "a refresh", "b refresh elastically");
            assertThat(application.awaitStderr("changeSecretly was not called"))
                    .contains("2 of its instances", "'getter'");

            application.ask("behave a reload");
            workspace.source("pool: {size: 23, timeout: 9s}");
            assertThat(reload(http).path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(application.ask("sizes")).containsExactly("a 23", "b 23");
            await().atMost(Application.PATIENCE)
                    .untilAsserted(
                            () -> assertThat(http.status().path("lastOutcome").asText())
                                    .as("the follow-up, which the method asked for")
                                    .isEqualTo("UNCHANGED"));
        }
    }

    @OnOldestAndNewest
    @DisplayName("when a later one fails and nobody knows the value before, says that it is not undone")
    void unknown(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(
                        directory, "  - {path: pool.secret, class: com.acme.apply.Pool, method: changeSecretly}", SIZE)
                .source("pool: {size: 20}");
        try (Application application = start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(application, workspace);
            application.ask("make a");
            application.ask("behave a fail");
            workspace.source("pool: {size: 21, secret: 4}");
            JsonNode result = reload(http);
            assertThat(result.path("outcome").asText()).as("%s", result).isEqualTo("DEGRADED");
            assertThat(result.path("message").asText())
                    .contains("not undone: module 'com.acme.apply.Pool.changeSecretly'", "no getter tells");
        }
    }

    @OnOldestAndNewest
    @DisplayName("that fits no class, or no method of it, is told with the nearest name, and hurts nobody")
    void misfits(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = workspace(
                        directory,
                        "  - {path: pool.size, class: com.acme.apply.Pool, method: setMaxSiz}",
                        "  - {path: pool.size, class: com.acme.apply.Pool, method: resize}",
                        "  - {path: pool.size, class: com.acme.apply.Pond, method: setMaxSize}")
                .source("pool: {size: 20}");
        try (Application application = start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(application, workspace);
            application.ask("make a");
            application.awaitStderr("com.acme.apply.Pool has no method 'setMaxSiz'; did you mean 'setMaxSize'?");
            application.awaitStderr(
                    "has several methods 'resize': resize(int), resize(java.time.Duration); say which by 'type: ");
            workspace.source("pool: {size: 21}");
            assertThat(reload(http).path("outcome").asText()).isEqualTo("UNCHANGED");
            application.awaitStderr("no loaded class has matched the apply rule for com.acme.apply.Pond.setMaxSize");
            await().atMost(Application.PATIENCE)
                    .untilAsserted(() -> assertThat(http.status().path("apply")).hasSize(3));
            assertThat(application.ask("calls")).isEmpty();
        }
    }
}
