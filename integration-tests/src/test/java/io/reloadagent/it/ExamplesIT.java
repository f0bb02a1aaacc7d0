package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The examples")
class ExamplesIT {

    private static final Path EXAMPLES = Path.of(System.getProperty("examples.directory"));

    @OnEveryJdk
    @DisplayName(
            "legacy-app follows its own file with nothing but its reload-agent.yaml; a wrong value is refused with its place")
    void legacy(Jdk jdk, @TempDir Path directory) throws IOException {
        Path example = EXAMPLES.resolve("legacy-app");
        Workspace workspace = new Workspace(directory);
        String settings = Files.readString(example.resolve("app.yaml"));
        workspace.source(settings);
        workspace.configuration(Files.readString(example.resolve("reload-agent.yaml")));
        try (Application application = Launch.jar(example.resolve("target/legacy-app.jar"))
                .arguments("app.yaml", "--seconds", "60")
                .withConfiguration()
                .start(jdk, workspace)) {
            awaitWorkers(application, "pool 4, timeout 200 ms, discount off");
            workspace.source(settings.replace("size: 4", "size: 8").replace("enabled: false", "enabled: true"));
            awaitWorkers(application, "pool 8, timeout 200 ms, discount on");

            workspace.source(settings.replace("size: 4", "size: lots"));
            assertThat(application.awaitStderr("refused")).contains("app.yaml:4:11 orders.pool.size", "lots");

            workspace.source(settings.replace("size: 4", "size: 2"));
            awaitWorkers(application, "pool 2, timeout 200 ms, discount off");
            assertThat(application.stdout())
                    .filteredOn(line -> line.startsWith("worker-1:"))
                    .allMatch(line -> line.matches("worker-1: pool [482], timeout 200 ms, discount (on|off)"));
        }
    }

    private static void awaitWorkers(Application application, String status) {
        application.awaitStdout("worker-1: " + status);
        application.awaitStdout("worker-2: " + status);
    }

    @OnEveryJdk
    @DisplayName(
            "annotated-app follows mail.yaml; its pool refuses what the mail server would, and nothing of that edit applies")
    void annotated(Jdk jdk, @TempDir Path directory) throws IOException {
        Path example = EXAMPLES.resolve("annotated-app");
        Workspace workspace = new Workspace(directory);
        String settings = Files.readString(example.resolve("mail.yaml"));
        workspace.source(settings);
        try (Application application = Launch.jar(example.resolve("target/annotated-app.jar"))
                .arguments("--seconds", "60")
                .withSource()
                .start(jdk, workspace)) {
            application.awaitStdout("mailer started with the agent");
            String blocked = "sender shop@acme.example, running, blocked [spam.example], ";
            application.awaitStdout("mailer: " + blocked + "pool 4, 20 a second");
            workspace.source(settings.replace("size: 4 ", "size: 8 ").replace("per-second: 20", "per-second: 50"));
            application.awaitStdout("mailer: " + blocked + "pool 8, 50 a second");

            workspace.source(settings.replace("size: 4 ", "size: 40 ").replace("per-second: 20", "per-second: 60"));
            assertThat(application.awaitStderr("refused")).contains("mail.pool.size must be 1 to 16", "40");

            workspace.source(settings.replace("size: 4 ", "size: 16 ").replace("per-second: 20", "per-second: 70"));
            application.awaitStdout("mailer: " + blocked + "pool 16, 70 a second");
            assertThat(application.stdout())
                    .noneMatch(line -> line.contains("pool 40") || line.contains("60 a second"))
                    .anyMatch(line -> line.startsWith("event: reload.completed"));
        }
    }

    @Test
    @DisplayName("annotated-app lists its classes with dynamic fields, as the annotation processor wrote them")
    void index() throws IOException {
        try (JarFile jar = new JarFile(
                EXAMPLES.resolve("annotated-app/target/annotated-app.jar").toFile())) {
            InputStream index = jar.getInputStream(jar.getEntry("META-INF/reload-agent/dynamic-classes"));
            assertThat(new String(index.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(
                            "# reload-agent dynamic-classes 1\ncom.acme.mail.ConnectionPool\ncom.acme.mail.MailSettings\ncom.acme.mail.RateLimiter\n");
        }
    }

    @OnEveryJdk
    @DisplayName("run without the agent as they always did")
    void withoutAgent(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory);
        workspace.source(Files.readString(EXAMPLES.resolve("legacy-app/app.yaml")));
        try (Application legacy = Launch.jar(EXAMPLES.resolve("legacy-app/target/legacy-app.jar"))
                        .arguments("app.yaml", "--seconds", "1")
                        .start(jdk, workspace);
                Application annotated = Launch.jar(EXAMPLES.resolve("annotated-app/target/annotated-app.jar"))
                        .arguments("--seconds", "1")
                        .start(jdk, workspace)) {
            assertThat(legacy.awaitExit()).isZero();
            assertThat(annotated.awaitExit()).isZero();
            assertThat(legacy.stdout()).anyMatch(line -> line.startsWith("order service stopped: "));
            assertThat(annotated.stdout()).contains("mailer started without the agent");
            assertThat(legacy.stderr()).isEmpty();
            assertThat(annotated.stderr()).isEmpty();
        }
    }
}
