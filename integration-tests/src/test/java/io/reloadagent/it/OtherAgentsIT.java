package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Beside agents of others, before and after ours on the command line")
class OtherAgentsIT {

    /** OpenTelemetry's takes most of it, on a busy machine. */
    private static final Duration START = Duration.ofMinutes(3);

    /** What differs from one run to the next: times, identifiers, and a map without an order. */
    private static final String CHANGING = "AttributesMap.*|\\p{XDigit}*\\d[\\p{XDigit}.:TZ-]*";

    /** In what one agent says of the requests that another one answers: the last may be said, or not, when the JVM ends. */
    private static final String REQUESTS = "[prometheus-http-";

    /** Nothing here runs for long: without the second compiler, the agents start in half of the time. */
    private static final Launch APPLICATION =
            Launch.legacy("com.acme.legacy.LegacyMain").option("-XX:TieredStopAtLevel=1");

    private static final Launch OURS = withOurs(APPLICATION);

    @ParameterizedTest(name = "{0}")
    @EnumSource(OtherAgent.class)
    @DisplayName("each alone: fields follow, it does its work, and no line is said that it does not say without ours")
    void alone(OtherAgent other, @TempDir Path directory) throws IOException {
        assertBothWork(TestJdks.all().findFirst().orElseThrow(), EnumSet.of(other), directory);
    }

    @OnOldestAndNewest
    @DisplayName("all together: the same")
    void together(Jdk jdk, @TempDir Path directory) throws IOException {
        assertBothWork(jdk, EnumSet.allOf(OtherAgent.class), directory);
    }

    private static void assertBothWork(Jdk jdk, Set<OtherAgent> others, Path directory) throws IOException {
        Set<String> usual = said(Place.NOWHERE, others, jdk, directory);
        assertThat(usual).containsAll(said(Place.FIRST, others, jdk, directory));
        assertThat(usual).containsAll(said(Place.LAST, others, jdk, directory));
    }

    /** Has all of them do their work, and returns the kinds of lines that came with it. */
    private static Set<String> said(Place ours, Set<OtherAgent> others, Jdk jdk, Path parent) throws IOException {
        Path directory = Files.createDirectory(parent.resolve(ours.name()));
        Workspace workspace = new Workspace(directory)
                .configuration(
                        "sources: [{file: app.yaml}]",
                        "dynamic:",
                        "  - {class: com.acme.legacy.PoolConfig, prefix: pool, fields: [maxConns, mode]}")
                .source("pool: {max-conns: 10}");
        int port = FreePort.find();
        Launch launch = ours == Place.FIRST ? OURS : APPLICATION;
        for (OtherAgent other : others) {
            other.prepare(directory);
            launch = launch.options(other.options(port));
        }
        try (Application application = (ours == Place.LAST ? withOurs(launch) : launch).start(jdk, workspace)) {
            application.ask("seen maxConns", START);
            application.awaitSeen("maxConns", 5);
            application.awaitSeen("mode", "calm");
            workspace.source("pool: {max-conns: 11, mode: busy}");
            if (ours != Place.NOWHERE) {
                application.awaitSeen("maxConns", 5, 11);
                application.awaitSeen("mode", "calm", "busy");
            }
            application.ask("set 77");
            others.forEach(other -> other.assertWorks(application, port));
            application.endInput();
            assertThat(application.awaitExit()).isZero();
            for (OtherAgent other : others) {
                other.assertHasWorked(directory);
            }
            return Stream.concat(application.stdout().stream(), application.stderr().stream())
                    .filter(line -> !line.contains(REQUESTS))
                    .map(line -> line.replaceAll(CHANGING, "#"))
                    .collect(Collectors.toSet());
        }
    }

    private static Launch withOurs(Launch launch) {
        return launch.withAgent("config=" + Workspace.CONFIGURATION, "log.level=warn");
    }

    /** Where our agent stands on the command line. */
    private enum Place {
        NOWHERE,
        FIRST,
        LAST
    }
}
