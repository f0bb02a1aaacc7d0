package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The end of the JVM")
class ShutdownIT {

    /** Measured: less than a second, most of it the JVM's own; a machine under load takes longer. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource("history.dir=" + HistoryFiles.NAME, "reload.settle=20ms", "reload.timeout=60s");

    static Stream<Arguments> ends() {
        return TestJdks.all()
                .flatMap(jdk -> Stream.of(
                        Arguments.of(Named.<Consumer<Application>>of("SIGTERM", Application::terminate), jdk),
                        Arguments.of(Named.<Consumer<Application>>of("System.exit", Application::endInput), jdk)));
    }

    @ParameterizedTest(name = "by {0}, on {1}")
    @MethodSource("ends")
    @DisplayName("A23 during a reload waits for no callback, and leaves nothing half-applied on disk")
    void duringReload(Consumer<Application> end, Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 1}");
        HistoryFiles files = HistoryFiles.of(workspace);
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            service.ask("modules only");
            service.ask("behave only hang");
            files.await("-start-1.json");
            workspace.source("service: {a: 2, b: 2}");
            service.awaitAnswer("calls", calls -> calls.anyMatch(call -> call.startsWith("only reload")));

            long began = System.nanoTime();
            end.accept(service);
            service.awaitExit();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            System.out.println("A23 on " + jdk + ": the JVM ended after " + took.toMillis() + " ms");
            assertThat(took).isLessThan(SOON);
        }
        assertThat(files.named("-version-2.json")).isEmpty();
        workspace.overwriteSource("service: {a: ");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            service.awaitSeen("b", 1);
        }
    }
}
