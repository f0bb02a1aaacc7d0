package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Pinned scopes, while one reload follows the other")
class PinsIT {

    private static final int RELOADS = Integer.getInteger("stress.reloads", 60);
    private static final Duration PATIENCE = Duration.ofMinutes(2).plusMillis(200L * RELOADS);

    /** Interpreted, a reload with its callbacks takes many times as long. */
    private static final int INTERPRETED_RELOADS = Math.max(RELOADS / 4, 1);

    @InEveryMode
    @DisplayName("A27 A28 see one version from start to end, on every thread that they are handed to")
    void pins(Jdk jdk, JvmMode mode, @TempDir Path directory) {
        int reloads = mode == JvmMode.INTERPRETED ? INTERPRETED_RELOADS : RELOADS;
        Workspace workspace = new Workspace(directory).source("triple: {first: 1, second: 1, third: 1}");
        Launch launch = Launch.annotated("com.acme.pins.PinsMain")
                .withSource("reload.watch=false", "reload.settle=0s", "reload.quiet=100ms", "log.level=warn")
                .arguments(Workspace.SOURCE, String.valueOf(reloads));
        try (Application application = mode.of(launch).start(jdk, workspace)) {
            await().atMost(PATIENCE)
                    .until(() -> application.stdout().stream().anyMatch(line -> line.startsWith("after:"))
                            || !application.stderr().isEmpty());
            assertThat(application.awaitExit()).as("%s", application).isZero();
            assertThat(application.stdout())
                    .as("%s", application)
                    .contains(
                            "torn in a scope: 0",
                            "torn without: some",
                            "scopes: many",
                            "callbacks: 0 wrong of " + reloads,
                            "after: " + (reloads + 1))
                    .hasSize(6);
        }
    }
}
