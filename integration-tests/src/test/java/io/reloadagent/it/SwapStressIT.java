package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Reloads that change two fields of two classes, with readers on all cores")
@Isolated("the readers leave no time for the tests beside")
class SwapStressIT {

    /** As many as show a wrong order in every mode; A26 names ten thousand, which take minutes a JVM. */
    private static final int RELOADS = Integer.getInteger("stress.reloads", 300);

    private static final Duration PATIENCE = Duration.ofMinutes(2).plusMillis(200L * RELOADS);
    private static final long PAUSE_NANOS = 1_000_000;
    private static final String NO_STALE_READ = "0 stale reads";

    @InEveryMode
    @DisplayName("A26 show no reader a new value and then an old one")
    void openedFirst(Jdk jdk, JvmMode mode, @TempDir Path directory) {
        assertThat(staleReads(mode.of(readers(Launch.AGENT_JAR)), jdk, directory))
                .isEqualTo(NO_STALE_READ);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("do show some, if the version is published before the changed cells are opened: the test can fail")
    void publishedFirst(JvmMode mode, @TempDir Path directory) {
        Jdk jdk = Jdk.at(Path.of(System.getProperty("java.home")));
        Launch wrong = readers(WrongOrderJar.in(directory))
                .option("-Dwrong-order.pause=" + (mode == JvmMode.INTERPRETED ? PAUSE_NANOS : 0));

        assertThat(staleReads(mode.of(wrong), jdk, directory))
                .endsWith(" stale reads")
                .isNotEqualTo(NO_STALE_READ);
    }

    private static Launch readers(Path agentJar) {
        return Launch.annotated("com.acme.stress.StressMain")
                .option("-javaagent:" + agentJar + "=source=" + Workspace.SOURCE
                        + ",reload.settle=0s,reload.quiet=0s,reload.watch=false,log.level=warn")
                .arguments(Workspace.SOURCE, String.valueOf(RELOADS));
    }

    /** What the application says at its end. */
    private static String staleReads(Launch launch, Jdk jdk, Path directory) {
        Workspace workspace = new Workspace(directory).source("first: {number: 0}", "second: {number: 0}");
        try (Application application = launch.start(jdk, workspace)) {
            await().atMost(PATIENCE)
                    .until(() -> !application.stdout().isEmpty()
                            || !application.stderr().isEmpty());
            int exitCode = application.awaitExit();
            assertThat(exitCode).as("exit code of%n%s", application).isZero();
            assertThat(application.stdout()).as("%s", application).hasSize(2).startsWith(RELOADS + " was read by all");
            return application.stdout().get(1);
        }
    }
}
