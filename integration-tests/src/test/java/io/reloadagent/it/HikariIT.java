package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("HikariCP and H2 in an application that knows nothing of the agent, by rules alone and under load")
class HikariIT {

    private static final Path EXAMPLE = Path.of(System.getProperty("examples.directory"), "pooled-app");
    private static final Path SHOP = EXAMPLE.resolve("target/pooled-app.jar");
    private static final String SETTINGS = "shop.properties";

    /** By default its pools look after themselves twice a minute. */
    private static final String OFTEN = "-Dcom.zaxxer.hikari.housekeeping.periodMs=500";

    @OnOldestAndNewest
    @DisplayName("the pool of HikariCP 4 grows, shrinks and gives up waiting as the file says")
    void hikari4(Jdk jdk, @TempDir Path directory) throws IOException {
        follows(Launch.jar(SHOP), jdk, directory);
    }

    @OnEveryModernJdk
    @DisplayName("the pool of HikariCP 7 does, by the same rules")
    void hikari7(Jdk jdk, @TempDir Path directory) throws IOException {
        follows(Launch.of("com.acme.shop.Main", Libraries.jar("hikari-7", "HikariCP.jar"), SHOP), jdk, directory);
    }

    private static void follows(Launch launch, Jdk jdk, Path directory) throws IOException {
        String settings = Files.readString(EXAMPLE.resolve(SETTINGS));
        Workspace workspace = new Workspace(directory)
                .configuration(Files.readString(EXAMPLE.resolve("reload-agent.yaml")))
                .replace(SETTINGS, settings);
        try (Application shop = launch.option(OFTEN).withConfiguration().start(jdk, workspace)) {
            shop.awaitStdout("pool: 4 connections, 4 busy, 8 workers waiting; the database has 4 sessions");
            assertThat(shop.stdout()).noneMatch(line -> line.contains("gave up"));

            String impatient = settings.replace("connection-timeout=30000", "connection-timeout=100");
            workspace.replace(SETTINGS, impatient);
            shop.awaitStdout("gave up: shop - Connection is not available, request timed out after 1");

            String large = settings.replace("maximum-size=4", "maximum-size=12");
            workspace.replace(SETTINGS, large);
            shop.awaitStdout("pool: 12 connections, 12 busy, 0 workers waiting; the database has 12 sessions");

            String quiet = large.replace("workers=12", "workers=2");
            workspace.replace(SETTINGS, quiet);
            shop.awaitStdout("pool: 12 connections, 2 busy, 0 workers waiting; the database has 12 sessions");

            workspace.replace(SETTINGS, quiet.replace("idle-timeout=600000", "idle-timeout=300"));
            shop.awaitStdout("pool: 4 connections, 2 busy, 0 workers waiting; the database has 4 sessions");

            int before = shop.stdout().size();
            workspace.replace(SETTINGS, settings);
            shop.awaitStdout(before, "pool: 4 connections, 4 busy, 8 workers waiting; the database has 4 sessions");
            assertThat(shop.stderr()).noneMatch(line -> line.contains("[reload-agent]") && !line.contains(" INFO "));
        }
    }
}
