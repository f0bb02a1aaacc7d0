package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A history on disk")
class HistoryIT {

    private static final String DIRECTORY = "history.dir=" + HistoryFiles.NAME;

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource(DIRECTORY, "reload.settle=20ms", "http.address=127.0.0.1:0", "http.token-file=token");

    @OnOldestAndNewest
    @DisplayName("A14 outlives the JVM: versions go on, those of an earlier JVM are shown, compared and gone back to")
    void versionsGoOn(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        HistoryFiles files = HistoryFiles.of(workspace);
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("version", 1);
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 10, b: 2}");
            service.awaitSeen("a", 1, 10);
            files.await("-version-2.json");
        }
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("version", 1001);
            service.awaitSeen("a", 10);
            assertThat(versions(http)).containsExactly(1001, 2, 1);
            JsonNode second = http.get("/admin/history").path("history").get(1);
            assertThat(second.path("trigger").asText()).isEqualTo("file");
            assertThat(second.path("changes").path(0).path("path").asText()).isEqualTo("service.a");

            JsonNode changes = http.get("/admin/history/diff?from=1&to=1001").path("changes");
            assertThat(changes).hasSize(1);
            assertThat(changes.get(0).path("path").asText()).isEqualTo("service.a");
            assertThat(changes.get(0).path("from").asText()).isEqualTo("1");
            assertThat(changes.get(0).path("to").asText()).isEqualTo("10");

            JsonNode back = AgentHttp.json(http.post("/admin/rollback", "version=1&reason=slower"));
            assertThat(back.path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(back.path("version").asInt()).isEqualTo(1002);
            service.awaitSeen("a", 10, 1);
            assertThat(http.status().path("state").asText()).isEqualTo("READY");
            files.await("-version-1002.json");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.directory())))
                .isEqualTo("rwx------");
        assertThat(files.named(".json"))
                .hasSize(4)
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    @OnOldestAndNewest
    @DisplayName("counts on without a gap after a JVM that was not killed")
    void cleanEnd(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("version", 1);
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 10, b: 2}");
            service.awaitSeen("version", 1, 2);
            service.terminate();
            service.awaitExit();
        }
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("version", 3);
        }
    }

    private static List<Integer> versions(AgentHttp http) throws Exception {
        return http.get("/admin/history").path("history").findValues("version").stream()
                .map(JsonNode::asInt)
                .toList();
    }

    @OnOldestAndNewest
    @DisplayName(
            "gives the last known good version when the source is missing at start; it ends when the source is back")
    void lastKnownGood(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 10, b: 20}");
            service.awaitSeen("a", 1, 10);
            HistoryFiles.of(workspace).await("-version-2.json");
        }
        workspace.delete(Workspace.SOURCE);
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("pair", "[10, 20]");
            service.awaitSeen("version", 1001);
            service.awaitStderr("the values are those of version 2, in force since 20");
            assertThat(http.status().path("state").asText()).isEqualTo("LAST_KNOWN_GOOD");
            assertThat(http.status()
                            .path("history")
                            .path("lastKnownGood")
                            .path("version")
                            .asInt())
                    .isEqualTo(2);

            workspace.source("service: {a: 10, b: 20}");
            Awaiting.state(http, "READY");
            service.awaitSeen("version", 1001);
            workspace.source("service: {a: 11, b: 20}");
            service.awaitSeen("a", 10, 11);
            service.awaitSeen("version", 1001, 1002);
            HistoryFiles.of(workspace).await("-version-1002.json");
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "has no secret; started without the source, the application has its own, and the log and the status say so")
    void secrets(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}", "database: {password: 471147}");
        HistoryFiles files = HistoryFiles.of(workspace);
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("password", 471147);
            workspace.source("service: {a: 10, b: 2}", "database: {password: 471148}");
            service.awaitSeen("password", 471147, 471148);
            files.await("-version-2.json");
        }
        assertThat(files.text()).contains("password").doesNotContain("47114");
        workspace.overwriteSource("service: {a: ");
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 10);
            service.awaitSeen("password", 0);
            service.awaitStderr("secret, so not kept, and until then the application's own: database.password");
            assertThat(http.status().path("history").path("lastKnownGood").path("withheld"))
                    .extracting(JsonNode::asText)
                    .containsExactly("database.password");

            workspace.source("service: {a: 10, b: 2}", "database: {password: 471149}");
            service.awaitSeen("password", 0, 471149);
            AgentHttp.json(http.post("/admin/rollback", "version=1"));
            service.awaitSeen("a", 10, 1);
            service.awaitSeen("password", 0, 471149);
        }
        assertThat(files.text()).doesNotContain("47114");
    }

    @OnOldestAndNewest
    @DisplayName("has secrets if history.secrets says so")
    void keptSecrets(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}", "database: {password: 471147}");
        Launch keeping = Launch.annotated("com.acme.service.ServiceMain").withSource(DIRECTORY, "history.secrets=true");
        try (Application service = keeping.start(jdk, workspace)) {
            service.awaitSeen("password", 471147);
            HistoryFiles.of(workspace).await("-start-1.json");
        }
        workspace.delete(Workspace.SOURCE);
        try (Application service = keeping.start(jdk, workspace)) {
            service.awaitSeen("password", 471147);
        }
    }

    @OnOldestAndNewest
    @DisplayName("has no value of a field whose type says that it is secret")
    void secretTypes(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory).source("vault: {key: canary-4711, tries: 2}");
        HistoryFiles files = HistoryFiles.of(workspace);
        Launch secrets = Launch.annotated("com.acme.secrets.SecretsMain").withSource(DIRECTORY);
        try (Application application = secrets.start(jdk, workspace)) {
            application.awaitAnswer("is canary-4711 own", is -> is.containsExactly("true", "true", "2"));
            files.await("-start-1.json");
            workspace.source("vault: {key: canary-4712, tries: 3}");
            application.awaitAnswer("is canary-4712 own", is -> is.containsExactly("true", "true", "3"));
            files.await("-version-2.json");
        }
        assertThat(files.text()).contains("vault").doesNotContain("canary");
        workspace.delete(Workspace.SOURCE);
        try (Application application = secrets.start(jdk, workspace)) {
            application.awaitAnswer("is own own", is -> is.containsExactly("true", "true", "3"));
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "a field that keeps its own value until the source changes has, without the source, what it had before")
    void initialApplication(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .configuration(
                        "sources: [{file: app.yaml}]",
                        "history: {dir: history}",
                        "dynamic: [{class: com.acme.legacy.PoolConfig, prefix: pool}]")
                .source("pool: {max-conns: 10, timeoutMillis: 100}");
        Launch legacy = Launch.legacy("com.acme.legacy.LegacyMain").withConfiguration();
        try (Application application = legacy.start(jdk, workspace)) {
            application.awaitSeen("maxConns", 5);
            workspace.source("pool: {max-conns: 11, timeoutMillis: 100}");
            application.awaitSeen("maxConns", 5, 11);
            HistoryFiles.of(workspace).await("-version-2.json");
        }
        workspace.delete(Workspace.SOURCE);
        try (Application application = legacy.start(jdk, workspace)) {
            application.awaitSeen("maxConns", 11);
            application.awaitSeen("timeoutMillis", 50);
            workspace.source("pool: {max-conns: 10, timeoutMillis: 101}");
            application.awaitSeen("maxConns", 11, 5);
            application.awaitSeen("timeoutMillis", 50, 101);
        }
    }
}
