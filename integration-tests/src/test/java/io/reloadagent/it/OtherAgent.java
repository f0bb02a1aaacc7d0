package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An agent that others wrote, beside ours in {@code com.acme.legacy.LegacyMain}. */
enum OtherAgent {
    /** Traces a method of a class that ours rewrites, on stderr. */
    OPEN_TELEMETRY {
        @Override
        String[] options(int port) {
            return new String[] {
                "-javaagent:" + Libraries.jar("agents", "opentelemetry-javaagent.jar"),
                "-Dotel.traces.exporter=console",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none",
                "-Dotel.bsp.schedule.delay=50",
                "-Dotel.instrumentation.methods.include=com.acme.legacy.PoolConfig[setMaxConns]"
            };
        }

        @Override
        void assertWorks(Application application, int port) {
            application.awaitStderr("opentelemetry-javaagent - version");
            application.awaitStderr("'PoolConfig.setMaxConns'");
        }
    },

    /** Writes which code of the application has run. */
    JACOCO {
        @Override
        String[] options(int port) {
            return new String[] {
                "-javaagent:" + Libraries.jar("agents", "org.jacoco.agent-runtime.jar") + "=destfile=" + EXECUTION
            };
        }

        @Override
        void assertHasWorked(Path directory) throws IOException {
            assertThat(Files.readString(directory.resolve(EXECUTION), StandardCharsets.ISO_8859_1))
                    .contains("com/acme/legacy/PoolConfig", "com/acme/shell/Busy");
        }
    },

    /** Serves all attributes of MBeans, and what the JVM measures. */
    JMX_EXPORTER {
        @Override
        String[] options(int port) {
            return new String[] {
                "-javaagent:" + Libraries.jar("agents", "jmx_prometheus_javaagent.jar") + "=127.0.0.1:" + port
                        + ":jmx.yaml"
            };
        }

        @Override
        void prepare(Path directory) {
            Workspace.write(directory.resolve("jmx.yaml"), "rules: [{pattern: '.*'}]");
        }

        @Override
        void assertWorks(Application application, int port) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                    .build();
            await("metrics")
                    .atMost(Application.PATIENCE)
                    .untilAsserted(() -> assertThat(HttpClient.newHttpClient()
                                    .send(request, BodyHandlers.ofString())
                                    .body())
                            .contains("jvm_threads_current", "java_lang_Threading_ThreadCount"));
        }
    };

    private static final String EXECUTION = "jacoco.exec";

    /** Options of the JVM that bring it along. */
    abstract String[] options(int port);

    /** Writes what it needs. */
    void prepare(Path directory) {}

    /** Fails if it does not do its work, while {@code set} was asked of the application before. */
    void assertWorks(Application application, int port) {}

    /** Fails if it has not done its work, after the application has ended. */
    void assertHasWorked(Path directory) throws IOException {}
}
