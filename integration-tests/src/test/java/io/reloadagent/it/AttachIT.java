package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Attached to a JVM that runs already, the agent")
class AttachIT {

    private static final Launch ATTACHED = Launch.annotated("com.acme.attach.AttachMain");
    private static final int MANY = 10;

    @OnEveryJdk
    @DisplayName("reaches loaded classes from the next call of a method on; stop gives the own values back; and again")
    void attachStopAttach(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("attach: {size: 1, name: one}");
        try (Application application = ATTACHED.start(jdk, workspace)) {
            application.awaitSeen("size", -1);
            application.awaitSeen("active", false);

            Attachment.attach(application);
            application.awaitSeen("size", -1, 1);
            application.awaitSeen("name", "own", "one");
            application.awaitSeen("active", false, true);
            application.awaitStderr("loaded before follow");
            workspace.source("attach: {size: 2, name: two}");
            application.awaitSeen("size", -1, 1, 2);
            application.awaitSeen("name", "own", "one", "two");
            assertThat(application.ask("endless")).as("a frame keeps its code").containsExactly("-1");

            Attachment.stop(application);
            application.awaitSeen("size", -1, 1, 2, -1);
            application.awaitSeen("name", "own", "one", "two", "own");
            application.awaitSeen("active", false, true, false);
            assertThat(application.awaitStderr("own values")).contains("stopped");

            Attachment.attach(application);
            application.awaitSeen("size", -1, 1, 2, -1, 2);
            workspace.source("attach: {size: 3, name: three}");
            application.awaitSeen("size", -1, 1, 2, -1, 2, 3);
            application.awaitSeen("name", "own", "one", "two", "own", "two", "three");
            application.awaitSeen("active", false, true, false, true);
            assertThat(application.stderr()).noneMatch(line -> line.contains(" ERROR ") || line.contains("left as"));
        }
    }

    @OnEveryJdk
    @DisplayName("calls modules that are made from then on, and older ones that are registered by name")
    void modules(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("attach: {size: 1}");
        try (Application application = ATTACHED.start(jdk, workspace)) {
            application.awaitSeen("size", -1);
            Attachment.attach(application);
            application.awaitStderr("loaded before follow");
            application.awaitSeen("size", -1, 1);

            application.ask("new-counter");
            workspace.source("attach: {size: 2}");
            application.awaitAnswer("calls", calls -> calls.containsExactly("0", "1"));
            application.ask("register old");
            workspace.source("attach: {size: 3}");
            application.awaitAnswer("calls", calls -> calls.containsExactly("1", "2"));
        }
    }

    @OnEveryJdk
    @DisplayName("attached twice says so in one line, and changes nothing")
    void twice(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("attach: {size: 1}");
        try (Application application = ATTACHED.start(jdk, workspace)) {
            application.awaitSeen("size", -1);
            Attachment.stop(application);
            application.awaitStderr("there is no agent in this JVM");
            Attachment.load(application, "source=app.yaml,reload.timout=5s");
            application.awaitStderr("did you mean 'reload.timeout'");

            Attachment.attach(application);
            Attachment.attach(application);
            application.awaitStderr("already installed");
            workspace.source("attach: {size: 2}");
            application.awaitAnswer("seen size", seen -> seen.endsWith("2"));
        }
    }

    @OnEveryJdk
    @DisplayName("installed by -javaagent, goes by 'stop' as well: own values, no HTTP, no threads, no MBean")
    void stopsPremain(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .withSource("http.address=127.0.0.1:0", "http.token-file=token")
                .start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            service.awaitAnswer("jmx-attribute Version", version -> version.containsExactly("1"));

            Attachment.stop(service);
            service.awaitSeen("a", 1, -1);
            service.awaitSeen("version", 1, 0);
            assertThat(service.ask("jmx-attribute Version")).containsExactly("not registered");
            assertThat(service.ask("reload")).contains("INACTIVE", "version 0");
            assertThatThrownBy(() -> http.reload("")).isInstanceOf(IOException.class);
            workspace.source("service: {a: 2}");
            Attachment.attach(service);
            service.awaitSeen("a", 1, -1, 2);
        }
    }

    @OnEveryJdk
    @DisplayName("goes by the operation 'stop' of its MBean")
    void stopsByJmx(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service =
                Launch.annotated("com.acme.service.ServiceMain").start(jdk, workspace)) {
            service.awaitSeen("a", -1);
            Attachment.attach(service);
            service.awaitSeen("a", -1, 1);
            service.awaitAnswer("jmx-attribute Version", version -> version.containsExactly("1"));

            assertThat(service.ask("jmx-stop")).containsExactly("stopped");
            service.awaitSeen("a", -1, 1, -1);
            assertThat(service.ask("jmx-attribute Version")).containsExactly("not registered");
        }
    }

    @OnEveryJdk
    @DisplayName("leaves nothing behind that grows, however often it comes and goes")
    void tenTimes(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("attach: {size: 1, name: one}");
        try (Application application =
                ATTACHED.option("-XX:SoftRefLRUPolicyMSPerMB=0").start(jdk, workspace)) {
            application.awaitSeen("size", -1);
            for (int i = 0; i < MANY; i++) {
                Attachment.attach(application);
                application.awaitAnswer("seen size", seen -> seen.endsWith("1"));
                application.awaitAnswer("seen name", seen -> seen.endsWith("one"));
                Attachment.stop(application);
                application.awaitAnswer("seen size", seen -> seen.endsWith("-1"));
            }
            Attachment.attach(application);
            application.awaitAnswer("seen size", seen -> seen.endsWith("1"));
            assertThat(histogram(application)).contains("io.reloadagent.premain.AgentLoader");
            Attachment.stop(application);
            await("agents that are left of " + MANY)
                    .atMost(Application.PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(histogram(application))
                            .doesNotContain("io.reloadagent.premain.AgentLoader")
                            .contains("com.acme.attach.AttachMain"));
        }
    }

    /** What lives in the application's heap, by class; begins with a full collection. */
    private static String histogram(Application application) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(application.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
