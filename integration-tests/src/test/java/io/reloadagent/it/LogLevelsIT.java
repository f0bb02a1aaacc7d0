package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Levels of loggers in the source")
class LogLevelsIT {

    private static final Path LOGGERS = Path.of(System.getProperty("loggers.directory"));

    private static Launch launch(String library) throws IOException {
        return plain(library).withSource("reload.watch=false", "http.address=127.0.0.1:0", "http.token-file=token");
    }

    private static Launch plain(String library) throws IOException {
        List<Path> classPath = new ArrayList<>(List.of(Launch.APPLICATIONS));
        try (Stream<Path> jars = Files.list(LOGGERS.resolve(library))) {
            jars.forEach(classPath::add);
        }
        return Launch.of("com.acme.loggers.LoggersMain", classPath.toArray(Path[]::new));
    }

    private static JsonNode reload(AgentHttp http) throws Exception {
        return AgentHttp.json(http.reload(""));
    }

    private static void level(Jdk jdk, Path directory, String library, String shown) throws Exception {
        Workspace workspace =
                new Workspace(directory).source("loggers:", "  root: INFO", "  com.acme.OrderService: trace");
        try (Application application = launch(library).start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(application, workspace);
            // To ask initialises the library; the level comes soon after.
            application.awaitAnswer("enabled com.acme.OrderService trace", answer -> answer.containsExactly("true"));
            application.awaitAnswer("enabled com.acme.Other debug", answer -> answer.containsExactly("false"));

            workspace.source("loggers: {root: INFO, com.acme: DEBUG, com.acme.db: 'OFF'}");
            JsonNode result = reload(http);
            assertThat(result.path("outcome").asText()).as("%s", result).isEqualTo("APPLIED");
            assertThat(result.path("changes").findValuesAsText("path"))
                    .containsExactly("loggers.com.acme", "loggers.com.acme.OrderService", "loggers.com.acme.db");
            assertThat(application.ask("enabled com.acme.Other debug")).containsExactly("true");
            assertThat(application.ask("enabled com.acme.OrderService trace")).containsExactly("false");
            assertThat(application.ask("enabled com.acme.db.Any info")).containsExactly("false");
            assertThat(http.status().path("loggers").toString())
                    .contains("{\"logger\":\"com.acme\",\"level\":\"DEBUG\",\"library\":\"" + shown + "\"}");

            workspace.source("loggers: {com: {acme: DEBGU}}");
            JsonNode refused = reload(http);
            assertThat(refused.path("outcome").asText()).isEqualTo("REFUSED");
            assertThat(refused.path("message").asText())
                    .contains("app.yaml:1:23 loggers.com.acme: expected a level, one of OFF,", "did you mean DEBUG?");
            assertThat(application.ask("enabled com.acme.Other debug")).containsExactly("true");

            workspace.source("loggers: {root: INFO, com.acme: inherit}");
            assertThat(reload(http).path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(application.ask("enabled com.acme.Other debug")).containsExactly("false");
            assertThat(application.ask("enabled com.acme.db.Any info")).containsExactly("true");
        }
    }

    @OnOldestAndNewest
    @DisplayName("are given to Logback's")
    void logback(Jdk jdk, @TempDir Path directory) throws Exception {
        level(jdk, directory, "logback", "Logback");
    }

    @OnOldestAndNewest
    @DisplayName("are given to Log4j 2's")
    void log4j2(Jdk jdk, @TempDir Path directory) throws Exception {
        level(jdk, directory, "log4j2", "Log4j 2");
    }

    @OnOldestAndNewest
    @DisplayName("are given to Reload4j's")
    void reload4j(Jdk jdk, @TempDir Path directory) throws Exception {
        level(jdk, directory, "reload4j", "Log4j 1.2 or Reload4j");
    }

    @OnOldestAndNewest
    @DisplayName(
            "the application's own level comes back when the key is deleted; a module that fails brings it back, too")
    void own(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("a: 1");
        try (Application application = launch("logback").start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(application, workspace);
            application.ask("set com.acme WARN");
            workspace.source("loggers.com.acme: TRACE");
            assertThat(reload(http).path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(application.ask("enabled com.acme.Any trace")).containsExactly("true");
            assertThat(AgentHttp.json(http.post("/admin/rollback", "version=1"))
                            .path("outcome")
                            .asText())
                    .isEqualTo("APPLIED");
            assertThat(application.ask("enabled com.acme.Any info")).containsExactly("false");
            assertThat(application.ask("enabled com.acme.Any warn")).containsExactly("true");
        }
    }

    @OnOldestAndNewest
    @DisplayName("do not initialise java.util.logging, and are given to its loggers as soon as the application does")
    void jul(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("loggers: {com.acme: FINE}");
        try (Application application = Launch.legacy("com.acme.loggers.LoggersMain")
                .withSource("reload.watch=false", "http.address=127.0.0.1:0", "http.token-file=token")
                .start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(application, workspace);
            assertThat(reload(http).path("outcome").asText()).isEqualTo("UNCHANGED");
            assertThat(application.ask("manager")).containsExactly("Tailored");
            application.awaitAnswer("jul com.acme.Any FINE", answer -> answer.containsExactly("true"));
            assertThat(application.ask("jul com.acme.Any FINER")).containsExactly("false");

            workspace.source("a: 1");
            assertThat(reload(http).path("outcome").asText()).isEqualTo("APPLIED");
            assertThat(application.ask("jul com.acme.Any FINE")).containsExactly("false");
        }
    }

    @OnOldestAndNewest
    @DisplayName("are given to each copy of a library, and no copy is kept by that")
    void copies(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("loggers: {com.acme: DEBUG}");
        for (String library : List.of("logback", "reload4j")) {
            workspace.source("loggers: {com.acme: INFO}");
            try (Application application = launch(library).start(jdk, workspace)) {
                AgentHttp http = AgentHttp.of(application, workspace);
                application.awaitAnswer("in one com.acme.A debug", answer -> answer.containsExactly("false"));
                application.awaitAnswer("in two com.acme.A debug", answer -> answer.containsExactly("false"));
                workspace.source("loggers: {com.acme: DEBUG}");
                assertThat(reload(http).path("outcome").asText()).isEqualTo("APPLIED");
                assertThat(application.ask("in one com.acme.A debug")).containsExactly("true");
                assertThat(application.ask("in two com.acme.A debug")).containsExactly("true");
                assertThat(http.status().path("loggers")).hasSize(2);
                application.awaitAnswer("in three com.acme.A debug", answer -> answer.containsExactly("true"));
                assertThat(application.ask("unload one")).as("%s", application).containsExactly("true");
            }
        }
    }

    @OnOldestAndNewest
    @DisplayName("are given when the agent is attached, and taken back when it is stopped")
    void attached(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("loggers: {com.acme: WARN}");
        try (Application application = plain("logback").start(jdk, workspace)) {
            assertThat(application.ask("enabled com.acme.A info")).containsExactly("true");
            Attachment.attach(application);
            application.awaitAnswer("enabled com.acme.A info", answer -> answer.containsExactly("false"));
            Attachment.stop(application);
            assertThat(application.ask("enabled com.acme.A info")).containsExactly("true");
        }
    }
}
