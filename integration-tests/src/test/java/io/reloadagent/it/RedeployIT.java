package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A web application that is deployed and undeployed a hundred times, with a reload each time")
class RedeployIT {

    /** Tomcat's, on a busy machine. */
    private static final Duration START = Duration.ofMinutes(2);

    private static final int ROUNDS = 20;
    private static final int TIMES = 5;

    /** Tomcat's request threads may hold on to the last one. */
    private static final int MOST_ALIVE = 1;

    private static final String WEB_CLASSES = "com/acme/redeploy/web";

    @OnEveryJdk
    @DisplayName("follows each time, and leaves no class loader behind")
    void hundredTimes(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .source("web: {size: 0, mode: EVEN, limits: [0], rule: 0}")
                .configuration(
                        "sources: [{file: app.yaml}]",
                        "dynamic: [{class: com.acme.redeploy.web.WebRules, prefix: web, initial: source}]",
                        "reload: {watch: false, settle: 0s}");
        layOutWebApplication(directory.resolve("web"));
        try (Application server = Launch.of(
                        "com.acme.redeploy.RedeployMain",
                        Launch.APPLICATIONS,
                        Launch.jarOf("org.apache.catalina.startup.Tomcat"),
                        Launch.jarOf("javax.annotation.PostConstruct"))
                .option("-XX:SoftRefLRUPolicyMSPerMB=0")
                .withConfiguration()
                .arguments("web", Workspace.SOURCE)
                .start(jdk, workspace)) {
            await().atMost(START).until(() -> server.stdout().contains("started"));
            server.awaitAnswer("version", version -> version.containsExactly("1"));
            for (int round = 1; round <= ROUNDS; round++) {
                assertThat(server.ask("redeploy " + TIMES).get(1)).startsWith("size " + round * TIMES);
            }
            server.awaitAnswer(
                    "alive",
                    alive -> alive.singleElement()
                            .satisfies(
                                    count -> assertThat(Integer.parseInt(count)).isLessThanOrEqualTo(MOST_ALIVE)));
            assertThat(server.stderr()).noneMatch(line -> line.contains(" ERROR ") || line.contains("left as it is"));
        }
    }

    private static void layOutWebApplication(Path directory) {
        Path classes = directory.resolve("WEB-INF/classes").resolve(WEB_CLASSES);
        Path libraries = directory.resolve("WEB-INF/lib");
        try (Stream<Path> files = Files.list(Launch.APPLICATIONS.resolve(WEB_CLASSES))) {
            Files.createDirectories(classes);
            Files.createDirectories(libraries);
            Files.copy(Launch.API_JAR, libraries.resolve("api.jar"));
            for (Path file : files.toList()) {
                Files.copy(file, classes.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
