package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An application that has never heard of the agent, with a rule")
class RulesIT {

    private static final Launch LEGACY =
            Launch.legacy("com.acme.legacy.LegacyMain").withConfiguration();

    @OnEveryJdk
    @DisplayName(
            "initial: application: installing changes nothing; an edit does; going back and deleting give the own value")
    void initialApplication(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = workspace(directory, "application").source("pool: {max-conns: 10, timeoutMillis: 100}");
        try (Application application = LEGACY.start(jdk, workspace)) {
            application.awaitSeen("maxConns", 5);
            application.awaitSeen("mode", "calm");

            workspace.source("pool: {max-conns: 11, timeoutMillis: 100, MODE: busy}");
            application.awaitSeen("maxConns", 5, 11);
            application.awaitSeen("mode", "calm", "busy");

            workspace.source("pool: {max-conns: 10, timeoutMillis: 100}");
            application.awaitSeen("maxConns", 5, 11, 5);
            application.awaitSeen("mode", "calm", "busy", "calm");

            workspace.source("pool: {max-conns: 12, timeoutMillis: 100}");
            application.awaitSeen("maxConns", 5, 11, 5, 12);
            workspace.source("pool: {timeoutMillis: 100}");
            application.awaitSeen("maxConns", 5, 11, 5, 12, 5);
            application.awaitSeen("timeoutMillis", 50);
        }
    }

    @OnEveryJdk
    @DisplayName(
            "initial: source: the source's values from the start; a write is kept and read when the key is deleted")
    void initialSource(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = workspace(directory, "source").source("pool: {max-conns: 10, timeoutMillis: 100}");
        try (Application application = LEGACY.start(jdk, workspace)) {
            application.awaitSeen("maxConns", 10);
            application.awaitSeen("timeoutMillis", 100);
            application.awaitSeen("mode", "calm");

            workspace.source("pool: {max-conns: 11, timeoutMillis: 100}");
            application.awaitSeen("maxConns", 10, 11);
            assertThat(application.ask("set 77")).containsExactly("11");

            workspace.source("pool: {timeoutMillis: 101}");
            application.awaitSeen("maxConns", 10, 11, 77);
            application.awaitSeen("timeoutMillis", 100, 101);
            assertThat(application.ask("set 78")).containsExactly("78");
            application.awaitSeen("maxConns", 10, 11, 77, 78);
        }
    }

    private static Workspace workspace(Path directory, String initial) {
        return new Workspace(directory)
                .configuration(
                        "sources: [{file: app.yaml}]",
                        "dynamic:",
                        "  - class: com.acme.legacy.*Config",
                        "    prefix: pool",
                        "    initial: " + initial);
    }
}
