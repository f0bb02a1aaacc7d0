package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@DisplayName("Reloads that change two fields of two classes, with readers on all cores")
@Isolated("the readers leave no time for the tests beside")
class SwapStressIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String NO_STALE_READ = "0 stale reads";

    @OnEveryJdk
    @DisplayName("show no reader a new value and then an old one, in 2,000 of them")
    void openedFirst(Jdk jdk, @TempDir Path directory) {
        assertThat(staleReads(2_000, jdk, Launch.AGENT_JAR, directory)).isEqualTo(NO_STALE_READ);
    }

    @Test
    @DisplayName(
            "do show some already in 200, if the version is published before the changed cells are opened: the test can fail")
    void publishedFirst(@TempDir Path directory) {
        Jdk jdk = Jdk.at(Path.of(System.getProperty("java.home")));
        Path jar = WrongOrderJar.in(directory);

        assertThat(staleReads(200, jdk, jar, directory))
                .endsWith(" stale reads")
                .isNotEqualTo(NO_STALE_READ);
    }

    /** What the application says at its end. */
    private static String staleReads(int reloads, Jdk jdk, Path agentJar, Path directory) {
        Workspace workspace = new Workspace(directory).source("first: {number: 0}", "second: {number: 0}");
        Launch launch = Launch.annotated("com.acme.stress.StressMain")
                .option("-javaagent:" + agentJar + "=source=" + Workspace.SOURCE
                        + ",reload.settle=0s,reload.quiet=0s,reload.watch=false,log.level=warn")
                .arguments(Workspace.SOURCE, String.valueOf(reloads));
        try (Application application = launch.start(jdk, workspace)) {
            await().atMost(PATIENCE)
                    .until(() -> !application.stdout().isEmpty()
                            || !application.stderr().isEmpty());
            int exitCode = application.awaitExit();
            assertThat(exitCode).as("exit code of%n%s", application).isZero();
            assertThat(application.stdout()).as("%s", application).hasSize(2).startsWith(reloads + " was read by all");
            return application.stdout().get(1);
        }
    }
}
