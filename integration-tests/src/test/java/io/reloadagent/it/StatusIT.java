package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The status")
class StatusIT {

    private static final String HTTP = "http: {address: '127.0.0.1:0', token-file: token}";

    @OnOldestAndNewest
    @DisplayName("lists each dynamic field: its path, how many reads of how many classes follow, and how fast")
    void rules(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory)
                .source("pool: {max-conns: 10}")
                .configuration(
                        "sources: [{file: app.yaml}]",
                        "dynamic: [{class: com.acme.legacy.PoolConfig, prefix: pool}]",
                        HTTP);
        try (Application application =
                Launch.legacy("com.acme.legacy.LegacyMain").withConfiguration().start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(application, workspace);
            application.awaitSeen("maxConns", 5);
            awaitFields(
                    http,
                    "PoolConfig.MOST_CONNS pool.most_conns constant own 0/0",
                    "PoolConfig.maxConns pool.max_conns settled own 1/1",
                    "PoolConfig.mode pool.mode settled own 1/1",
                    "PoolConfig.timeoutMillis pool.timeout_millis settled own 1/1");

            workspace.source("pool: {max-conns: 11}");
            application.awaitSeen("maxConns", 5, 11);
            awaitFields(
                    http,
                    "PoolConfig.MOST_CONNS pool.most_conns constant own 0/0",
                    "PoolConfig.maxConns pool.max_conns settled overridden 1/1",
                    "PoolConfig.mode pool.mode settled own 1/1",
                    "PoolConfig.timeoutMillis pool.timeout_millis settled own 1/1");
            assertThat(http.status().get("lastOutcome").textValue()).isEqualTo("APPLIED");
            assertThat(http.status().get("notes")).isEmpty();
        }
    }

    @OnOldestAndNewest
    @DisplayName("counts reads that name a subclass, and those of lambdas, by the class that declares the field")
    void readers(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("reads: {inherited: 5}");
        try (Application application = Launch.annotated("com.acme.reads.ReadsMain")
                .withSource("http.address=127.0.0.1:0", "http.token-file=token")
                .start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(application, workspace);
            awaitFields(
                    http,
                    "Base.inherited reads.inherited settled overridden 5/4",
                    "Base.inheritedStatic reads.inherited_static settled own 1/1",
                    "Limits.LIMIT reads.limit settled own 2/2",
                    "ReadsMain$Hidden.secret reads.hidden settled own 1/1",
                    "ReadsMain.counter reads.counter settled own 2/1");
        }
    }

    @OnOldestAndNewest
    @DisplayName("says of an agent that was attached that running methods keep their code")
    void attached(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("attach: {size: 1}");
        try (Application application =
                Launch.annotated("com.acme.attach.AttachMain").start(jdk, workspace)) {
            application.awaitSeen("size", -1);
            Attachment.load(application, "source=app.yaml,http.address=127.0.0.1:0,http.token-file=token");
            AgentHttp http = AgentHttp.of(application, workspace);
            application.awaitSeen("size", -1, 1);
            await().atMost(Application.PATIENCE)
                    .untilAsserted(
                            () -> assertThat(http.status().get("notes").path(0).asText())
                                    .contains("running keep their code until they are called again"));
        }
    }

    private static void awaitFields(AgentHttp http, String... expected) {
        await().atMost(Application.PATIENCE)
                .untilAsserted(() -> assertThat(fields(http)).containsExactly(expected));
    }

    private static List<String> fields(AgentHttp http) throws Exception {
        List<String> lines = new ArrayList<>();
        for (JsonNode field : http.status().get("fields")) {
            String name = field.get("field").textValue();
            lines.add(String.join(
                    " ",
                    name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                    field.get("path").asText(),
                    field.get("state").textValue(),
                    field.get("overridden").booleanValue() ? "overridden" : "own",
                    field.get("sites") + "/" + field.get("classes")));
        }
        return lines;
    }
}
