package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A scan")
class ScanIT {

    private static final Path EXAMPLES = Path.of(System.getProperty("examples.directory"));
    private static final Path LEGACY = EXAMPLES.resolve("legacy-app/target/legacy-app.jar");
    private static final Path ANNOTATED = EXAMPLES.resolve("annotated-app/target/annotated-app.jar");

    private static List<String> run(Jdk jdk, Path directory, int exitCode, String... words) {
        List<String> line = Stream.concat(
                        Stream.of(jdk.program("java"), "-Xmx96m", "-jar", Launch.AGENT_JAR.toString()),
                        Stream.of(words))
                .toList();
        try (Application verb = Application.start(line, directory)) {
            assertThat(verb.awaitExit())
                    .as(() -> verb.stdout() + " " + verb.stderr())
                    .isEqualTo(exitCode);
            return exitCode == 0 ? verb.stdout() : verb.stderr();
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "of a closed jar shows who reads what, and its rules are all that it takes: the application follows them")
    void closedJar(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory);
        String settings = Files.readString(EXAMPLES.resolve("legacy-app/app.yaml"));
        workspace.source(settings);
        List<String> lines = run(jdk, directory, 0, "scan", "-o", Workspace.CONFIGURATION, LEGACY.toString());
        assertThat(lines.get(0)).isEqualTo("legacy-app.jar: 1 candidate in 6 of 6 classes");
        assertThat(lines)
                .anyMatch(line -> line.matches("com\\.acme\\.orders\\.OrderConfig +5 +0 .*named like a configuration"))
                .anyMatch(line -> line.matches("  poolSize +int +OrderWorker 2 .*"))
                .anyMatch(line -> line.matches("  heartbeat +Duration +Main 1"));
        assertThat(run(jdk, directory, 1, "scan", "-o", Workspace.CONFIGURATION, LEGACY.toString()))
                .singleElement()
                .asString()
                .contains("is there already");

        assertThat(run(jdk, directory, 0, "check", Workspace.CONFIGURATION, "--app", LEGACY.toString()))
                .last()
                .asString()
                .isEqualTo("checked against legacy-app.jar, 6 classes");
        try (Application application = Launch.jar(LEGACY)
                .arguments("app.yaml", "--seconds", "60")
                .withConfiguration()
                .start(jdk, workspace)) {
            application.awaitStdout("worker-1: pool 4, timeout 200 ms, discount off");
            workspace.source(settings, "order: {pool-size: 8}");
            application.awaitStdout("worker-1: pool 8, timeout 200 ms, discount off");
        }
    }

    @OnOldestAndNewest
    @DisplayName("of annotated classes and of a process tells programs the same")
    void json(Jdk jdk, @TempDir Path directory) throws Exception {
        JsonNode annotated = new ObjectMapper()
                .readTree(String.join("\n", run(jdk, directory, 0, "scan", "--json", ANNOTATED.toString())));
        assertThat(annotated.path("skipped")).isEmpty();
        assertThat(annotated.path("candidates").findValuesAsText("class"))
                .containsExactlyInAnyOrder(
                        "com.acme.mail.ConnectionPool", "com.acme.mail.MailSettings", "com.acme.mail.RateLimiter");
        assertThat(annotated.path("candidates").findValuesAsText("annotation"))
                .contains("@Dynamic(\"mail.pool.size\")", "@Dynamic(\"mail\")");

        Workspace workspace = new Workspace(directory);
        workspace.source(Files.readString(EXAMPLES.resolve("legacy-app/app.yaml")));
        List<String> line = List.of(jdk.program("java"), "-cp", LEGACY.toString(), "com.acme.orders.Main", "app.yaml");
        try (Application application = Application.start(line, directory)) {
            application.awaitStdout("order service started");
            if (OS.current() == OS.LINUX) {
                assertThat(run(jdk, directory, 0, "scan", String.valueOf(application.pid())))
                        .anyMatch(text -> text.startsWith("com.acme.orders.OrderConfig "));
            }
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "of a server that no one prepared finds its settings, those whose setters hand them on, and rules that check accepts")
    void server(Jdk jdk, @TempDir Path directory) throws Exception {
        String tomcat = tomcat().toString();
        new Workspace(directory).source("{}");
        List<String> screen = run(jdk, directory, 0, "scan", tomcat);
        assertThat(screen.stream().limit(23))
                .anyMatch(line -> line.startsWith("org.apache.tomcat.util.net.SocketProperties "))
                .anyMatch(line -> line.startsWith("org.apache.tomcat.util.net.AbstractEndpoint "))
                .anyMatch(line -> line.startsWith("org.apache.catalina.connector.Connector "));

        List<String> rules = run(
                jdk,
                directory,
                0,
                "scan",
                "--rules",
                "-o",
                "reload.yaml",
                "--package",
                "org.apache.tomcat.util.net",
                tomcat);
        assertThat(rules)
                .contains("  - class: org.apache.tomcat.util.net.AbstractEndpoint   # has settings among its fields")
                .anyMatch(line -> line.startsWith("      - maxConnections   # int, read by AbstractEndpoint"))
                .anyMatch(line -> line.startsWith("#   - {path: ") && line.contains("method: setMaxThreads}"));
        assertThat(run(jdk, directory, 0, "check", "--config", "reload.yaml", "--app", tomcat))
                .anyMatch(line -> line.startsWith("checked against tomcat-embed-core"));
    }

    private static Path tomcat() throws URISyntaxException {
        return Path.of(
                Tomcat.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @OnOldestAndNewest
    @DisplayName("names what it cannot read")
    void unreadable(Jdk jdk, @TempDir Path directory) throws Exception {
        assertThat(run(jdk, directory, 1, "scan", "nowhere.jar"))
                .containsExactly("nowhere.jar: there is no such file or directory");
        Files.writeString(directory.resolve("text.jar"), "text");
        assertThat(run(jdk, directory, 1, "scan", "text.jar"))
                .anyMatch(line -> line.contains("text.jar: it cannot be read as an archive"));
        assertThat(run(jdk, directory, 2, "scan")).isNotEmpty();
    }
}
