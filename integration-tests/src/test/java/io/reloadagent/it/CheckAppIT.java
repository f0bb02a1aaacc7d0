package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A check against the application's jar")
class CheckAppIT {

    private static final Path LEGACY =
            Path.of(System.getProperty("examples.directory")).resolve("legacy-app/target/legacy-app.jar");

    @OnOldestAndNewest
    @DisplayName(
            "A15 names each wrong class, field and value with its place and the nearest right one, and starts nothing")
    void wrong(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .source("orders:", "  pool: {size: ten}", "  timout-millis: 5", "  password: x")
                .configuration(
                        "sources: [{file: app.yaml}]",
                        "dynamic:",
                        "  - class: com.acme.orders.OrderConfg",
                        "  - class: com.acme.*Settings",
                        "  - {class: com.acme.orders.Main, fields: [FOREVER]}",
                        "  - class: com.acme.orders.OrderConfig",
                        "    prefix: orders",
                        "    fields: {poolSize: pool.size, timeoutMillis: timeout-millis, heartBeat: heartbeat}");
        List<String> line = List.of(
                jdk.program("java"),
                "-jar",
                Launch.AGENT_JAR.toString(),
                "check",
                "--config",
                Workspace.CONFIGURATION,
                "--app",
                LEGACY.toString());
        try (Application check = Application.start(line, workspace.directory())) {
            assertThat(check.awaitExit()).isEqualTo(1);
            assertThat(check.stdout()).isEmpty();
            assertThat(check.stderr().stream().filter(text -> !text.startsWith("warning: ")))
                    .satisfiesExactly(
                            text -> assertThat(text)
                                    .endsWith("reload-agent.yaml:3:12 there is no class com.acme.orders.OrderConfg in"
                                            + " legacy-app.jar; did you mean com.acme.orders.OrderConfig?"),
                            text -> assertThat(text)
                                    .contains("yaml:4:12 no class in legacy-app.jar matches com.acme.*Settings"),
                            text -> assertThat(text)
                                    .contains("yaml:5:44 com.acme.orders.Main.FOREVER is a compile-time constant"),
                            text -> assertThat(text).contains("heartBeat'; did you mean 'heartbeat'?"),
                            text -> assertThat(text)
                                    .endsWith("app.yaml:2:16 orders.pool.size: expected an int, found 'ten'"));
            assertThat(check.stderr())
                    .anyMatch(text -> text.startsWith("warning: ")
                            && text.endsWith(
                                    "app.yaml:3:18 orders.timout_millis: no field would follow it; did you mean"
                                            + " orders.timeout_millis?"))
                    .contains("warning: 1 key that no field would follow: orders.password");
        }
    }
}
