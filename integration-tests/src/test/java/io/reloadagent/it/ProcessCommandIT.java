package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.reloadagent.it.Verbs.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command line, given the number of a process,")
class ProcessCommandIT {

    private static final String SECRET = "8675309";

    /** Nothing listens: not by HTTP, not by JMX. */
    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource("reload.watch=false", "reload.settle=20ms", "reload.backoff.base=30s", "jmx.enabled=false");

    private static Jdk ofBuild() {
        return TestJdks.all().findFirst().orElseThrow();
    }

    private static Ended done(Ended ended) {
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.toString()).doesNotContain(SECRET);
        return ended;
    }

    private static Ended failed(Ended ended, int exitCode) {
        assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(exitCode);
        assertThat(ended.toString()).doesNotContain(SECRET);
        return ended;
    }

    /** What commands have left in the directory where they have their folders. */
    private static List<String> left(Workspace workspace) throws IOException {
        try (Stream<Path> files = Files.list(workspace.file("talk"))) {
            return files.map(Path::toString)
                    .filter(name -> !name.contains("-door-"))
                    .toList();
        }
    }

    private static Verbs verbs(Jdk jdk, Workspace workspace) throws IOException {
        Files.createDirectories(workspace.file("talk"));
        return Verbs.local(jdk, workspace).withOptions("-Djava.io.tmpdir=" + workspace.file("talk"));
    }

    @OnOldestAndNewest
    @DisplayName(
            "A13 A14 A35 asks an agent that came by -javaagent, without HTTP and JMX, for all that it can be asked for")
    void verbs(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace =
                new Workspace(directory).source("service: {a: 1}", "database: {password: " + SECRET + "}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            String pid = String.valueOf(service.pid());
            Verbs verbs = verbs(ofBuild(), workspace);
            service.awaitSeen("a", 1);

            assertThat(done(verbs.run("status", pid)).out()).contains("state        READY, all is well");
            done(verbs.run("health", pid));
            workspace.source("service: {a: 2}", "database: {password: 1" + SECRET + "}");
            assertThat(done(verbs.run("reload", pid, "--dry-run")).out().get(0))
                    .startsWith("would be applied: 2 changes; nothing has changed, version 1");
            service.awaitSeen("version", 1);
            assertThat(done(verbs.run("reload", pid, "--reason", "ticket-4711")).out())
                    .anyMatch(line -> line.startsWith("applied: version 2 is in force, 2 changes"))
                    .anyMatch(line -> line.matches("  service\\.a +com\\.acme\\.service\\.Settings\\.a +1 -> 2"));
            service.awaitSeen("a", 1, 2);
            assertThat(done(verbs.run("rollback", pid, "1", "--reason", "slower"))
                            .out()
                            .get(0))
                    .startsWith("applied: version 3 is in force");
            service.awaitSeen("a", 1, 2, 1);

            Ended history = done(verbs.run("history", pid));
            assertThat(history.out().get(1))
                    .startsWith("3 ")
                    .containsPattern(" cli +" + System.getProperty("user.name") + " ")
                    .contains("back to 1", "reason: slower");
            assertThat(done(verbs.run("diff", pid, "1", "2")).out())
                    .containsExactlyInAnyOrder("service.a          1 -> 2", "database.password  *** -> ***");
            assertThat(done(verbs.run("log-level", pid)).out()).containsExactly("info");
            assertThat(done(verbs.run("log-level", pid, "debug", "--reason", "look"))
                            .out())
                    .containsExactly("info -> debug");

            workspace.source("service: {a: much}");
            Ended refused = failed(verbs.run("reload", pid), 1);
            assertThat(refused.err().get(0)).isEqualTo("REFUSED: version 3 stays");
            assertThat(refused.err().get(1)).contains("app.yaml:1:14 service.a: expected an int");
            assertThat(failed(verbs.run("reload", pid), 1).err())
                    .anyMatch(line -> line.contains("end the wait with reset-breaker"));
            assertThat(failed(verbs.run("health", pid), 1).err()).anyMatch(line -> line.contains("app.yaml:1:14"));
            done(verbs.run("reset-breaker", pid, "--reason", "mended"));
            assertThat(failed(verbs.run("reload", pid, "--section", "servise"), 1)
                            .err()
                            .get(0))
                    .startsWith("refused (400): ");
            assertThat(failed(verbs.run("status", pid, "--url", "http://127.0.0.1:7099"), 2)
                            .err()
                            .get(0))
                    .contains("not both");

            JsonNode status = new ObjectMapper()
                    .readTree(String.join(
                            "\n", done(verbs.run("status", pid, "--json")).out()));
            assertThat(status.path("version").asInt()).isEqualTo(3);
            assertThat(left(workspace)).isEmpty();
            service.awaitStderr("by cli from " + System.getProperty("user.name") + ", reason: ticket-4711");
        }
    }

    @OnOldestAndNewest
    @DisplayName("of any Java asks the JVM of another")
    void otherJava(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = SERVICE.start(ofBuild(), workspace)) {
            service.awaitSeen("a", 1);
            assertThat(done(verbs(jdk, workspace).run("status", String.valueOf(service.pid())))
                            .out())
                    .contains("version      1");
        }
    }

    @OnOldestAndNewest
    @DisplayName("lists JVMs with their Java, main class and agent, and no arguments")
    void list(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = SERVICE.arguments(SECRET).start(jdk, workspace);
                Application other = Launch.annotated("com.acme.attach.AttachMain")
                        .arguments(SECRET)
                        .start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            other.awaitSeen("size", -1);
            Verbs verbs = verbs(ofBuild(), workspace);

            Ended table = done(verbs.run("list"));
            assertThat(table.out().get(0)).matches("PID +USER +JAVA +AGENT +MAIN");
            assertThat(table.out())
                    .anyMatch(line -> line.matches(service.pid() + " +\\S+ +" + jdk.version()
                            + " +\\S+ READY, version 1 +com\\.acme\\.service\\.ServiceMain"))
                    .anyMatch(line -> line.matches(
                            other.pid() + " +\\S+ +" + jdk.version() + " +- +com\\.acme\\.attach\\.AttachMain"));

            JsonNode jvms = new ObjectMapper()
                    .readTree(
                            String.join("\n", done(verbs.run("list", "--json")).out()))
                    .path("jvms");
            assertThat(jvms).anySatisfy(jvm -> {
                assertThat(jvm.path("pid").asLong()).isEqualTo(service.pid());
                assertThat(jvm.path("agent").path("state").asText()).isEqualTo("READY");
            });
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "A32 watch tells each event as it happens, and that the application is gone; one that is killed leaves nothing")
    void watch(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            String pid = String.valueOf(service.pid());
            Verbs verbs = verbs(ofBuild(), workspace);
            service.awaitSeen("a", 1);
            try (Application watch = verbs.start("watch", pid)) {
                watch.awaitStderr("watching process " + pid);
                try (Application killed = verbs.start("watch", pid, "--json")) {
                    killed.awaitStderr("watching process " + pid);
                    workspace.source("service: {a: 2}");
                    done(verbs.run("reload", pid));
                    watch.awaitStdout("  reload.started  trigger=cli");
                    watch.awaitStdout("  reload.completed  ");
                    killed.awaitStdout("\"type\":\"reload.completed\"");
                }
                await("what the killed command has left")
                        .atMost(Application.PATIENCE.multipliedBy(2))
                        .untilAsserted(() -> assertThat(inside(workspace)).isZero());

                service.terminate();
                assertThat(watch.awaitExit()).isEqualTo(3);
                assertThat(watch.stderr()).anyMatch(line -> line.contains("tells no more"));
            }
            assertThat(left(workspace)).isEmpty();
            assertThat(inside(workspace)).isZero();
        }
    }

    @OnOldestAndNewest
    @DisplayName("attaches for the first command, and not for those that follow")
    void attachesOnce(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            Verbs verbs = verbs(ofBuild(), workspace);
            String pid = String.valueOf(service.pid());
            done(verbs.run("health", pid));
            long warnings = warnings(service);
            done(verbs.run("health", pid));
            done(verbs.run("status", pid));
            assertThat(warnings(service)).isEqualTo(warnings).isEqualTo(jdk.feature() >= 21 ? 1 : 0);
            assertThat(inside(workspace)).isZero();
            done(verbs.run("stop", pid));
            try (Stream<Path> files = Files.list(workspace.file("talk"))) {
                assertThat(files).isEmpty();
            }
        }
    }

    private static long warnings(Application application) {
        return application.stderr().stream()
                .filter(line -> line.contains("agent has been loaded dynamically"))
                .count();
    }

    /** How many commands are in the folder that lets them in without attaching. */
    private static long inside(Workspace workspace) throws IOException {
        try (Stream<Path> files = Files.walk(workspace.file("talk"), 2)) {
            return files.filter(file -> file.getParent().toString().contains("-door-"))
                    .filter(file -> !file.endsWith("agent"))
                    .count();
        }
    }

    @OnOldestAndNewest
    @DisplayName("A24 answers many at once, each with its own result")
    void manyAtOnce(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            String pid = String.valueOf(service.pid());
            Verbs verbs = verbs(ofBuild(), workspace);
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 2}");
            List<Application> commands = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                commands.add(verbs.start("reload", pid));
            }
            for (Application command : commands) {
                assertThat(command.awaitExit()).as(command.toString()).isZero();
                assertThat(command.stdout().get(0)).matches("(applied: version 2 is in force|unchanged: ).*");
                command.close();
            }
            service.awaitSeen("a", 1, 2);
        }
    }
}
