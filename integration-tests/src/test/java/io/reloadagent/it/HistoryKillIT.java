package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A JVM that is killed during a reload, with a history on disk,")
class HistoryKillIT {

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource("history.dir=" + HistoryFiles.NAME, "reload.settle=20ms");

    /** Until its file has its name, a version is not there. */
    private static final List<String> BEFORE = List.of(
            "read",
            "parse",
            "compare",
            "validate",
            "open",
            "callbacks",
            "commit",
            "version created",
            "version half written",
            "version written",
            "version synced");

    static Stream<Arguments> steps() {
        return TestJdks.oldestAndNewest()
                .flatMap(jdk -> Stream.concat(BEFORE.stream(), Stream.of("version renamed", "result"))
                        .map(step -> Arguments.of(step, jdk)));
    }

    @ParameterizedTest(name = "at step \"{0}\", on {1}: N or N+1, whole, with the source and without it")
    @MethodSource("steps")
    void killedAt(String step, Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 1}");
        try (Application service =
                SERVICE.option("-Dio.reloadagent.test.halt-at=" + step).start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 1]");
            service.ask("modules only");
            HistoryFiles.of(workspace).await("-start-1.json");
            workspace.source("service: {a: 2, b: 2}");
            assertThat(service.awaitExit()).as("%s", service).isEqualTo(137);
        }
        workspace.overwriteSource("service: {a: ");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitAnswer("seen pair", pair -> pair.hasSize(1));
            String pair = service.ask("seen pair").get(0);
            if (BEFORE.contains(step)) {
                assertThat(pair).isEqualTo("[1, 1]");
            } else if (step.equals("version renamed")) {
                assertThat(pair).isEqualTo("[2, 2]");
            } else {
                assertThat(pair).isIn("[1, 1]", "[2, 2]");
            }
            workspace.source("service: {a: 2, b: 2}");
            service.awaitAnswer("seen a", a -> a.last().isEqualTo("2"));
            service.awaitAnswer("seen b", b -> b.last().isEqualTo("2"));
        }
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("pair", "[2, 2]");
        }
    }

    @OnOldestAndNewest
    @DisplayName("at any moment, ten times: the values are those before or after, never of both")
    void killedAnywhere(Jdk jdk, @TempDir Path directory) {
        Random random = new Random(4711);
        Workspace workspace = new Workspace(directory).source("service: {a: 0, b: 0}");
        HistoryFiles files = HistoryFiles.of(workspace);
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("pair", "[0, 0]");
            files.await("-start-1.json");
        }
        String before = "[0, 0]";
        for (int round = 1; round <= 10; round++) {
            workspace.overwriteSource("service: {a: ");
            String after = "[" + round + ", " + round + "]";
            try (Application service = SERVICE.start(jdk, workspace)) {
                service.awaitAnswer("seen pair", pair -> pair.hasSize(1));
                String known = service.ask("seen pair").get(0);
                assertThat(known)
                        .as("round %s of %s", round, service)
                        .isIn(before, "[" + (round - 1) + ", " + (round - 1) + "]");
                before = known;
                workspace.source("service: {a: " + round + ", b: " + round + "}");
                await().pollDelay(Duration.ofMillis(random.nextInt(400))).until(() -> true);
            }
            assertThat(files.named(".broken")).as("after %s", after).isEmpty();
        }
    }
}
