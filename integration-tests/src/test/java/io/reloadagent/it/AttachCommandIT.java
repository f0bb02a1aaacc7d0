package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.reloadagent.it.Verbs.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command attach")
class AttachCommandIT {

    private static final Launch RUNNING = Launch.annotated("com.acme.attach.AttachMain");
    private static final String[] WITHOUT_ATTACH = {
        "--limit-modules", "java.base,java.logging,java.xml,java.instrument,java.management,jdk.unsupported"
    };
    private static final int NOBODY = 65534;

    private static Jdk ofBuild() {
        return TestJdks.all().findFirst().orElseThrow();
    }

    private static Application start(Launch launch, Jdk jdk, Workspace workspace) {
        Application application = launch.start(jdk, workspace);
        application.awaitSeen("size", -1);
        return application;
    }

    private static void assertEnded(Ended ended, int exitCode) {
        assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(exitCode);
    }

    private static void assertRefused(Verbs verbs, Object pid, String... why) {
        Ended ended = verbs.run("attach", String.valueOf(pid), "--source", Workspace.SOURCE);
        assertEnded(ended, 3);
        assertThat(ended.err().get(0)).contains(why);
    }

    @OnEveryJdk
    @DisplayName(
            "loads the agent, which reaches what is loaded; status tells of it, stop takes it out; all of it again")
    void attaches(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory)
                .source("attach: {size: 1, name: one}")
                .configuration("sources: [{file: app.yaml}]", "jmx: {enabled: false}");
        try (Application application = start(RUNNING, jdk, workspace)) {
            String pid = String.valueOf(application.pid());
            Verbs verbs = Verbs.local(ofBuild(), workspace);
            Ended none = verbs.run("status", pid);
            assertEnded(none, 3);
            assertThat(none.err().get(0)).startsWith("there is no agent in process " + pid);

            Ended attached = verbs.run("attach", pid, "--config", Workspace.CONFIGURATION);
            assertEnded(attached, 0);
            assertThat(attached.out().get(0)).contains("(com.acme.attach.AttachMain), version 1 is in force");
            assertThat(attached.out().get(1)).contains("loaded before follow now", "keep their code");
            application.awaitSeen("size", -1, 1);
            workspace.source("attach: {size: 2, name: two}");
            application.awaitSeen("size", -1, 1, 2);
            assertThat(verbs.run("status", pid).out()).anyMatch(line -> line.startsWith("attach.size"));

            Ended twice = verbs.run("attach", pid, "--source", Workspace.SOURCE);
            assertEnded(twice, 1);
            assertThat(twice.err().get(0)).contains("already installed in this JVM");

            Ended stopped = verbs.run("stop", pid);
            assertEnded(stopped, 0);
            assertThat(stopped.out().get(0)).contains("stopped; all fields have the application's own values");
            application.awaitSeen("size", -1, 1, 2, -1);
            Ended again = verbs.run("stop", pid);
            assertEnded(again, 1);
            assertThat(again.err().get(0)).contains("there is no agent in this JVM");

            assertEnded(verbs.run("attach", pid, "--source", Workspace.SOURCE, "--set", "jmx.enabled=false"), 0);
            application.awaitSeen("size", -1, 1, 2, -1, 2);
            assertThat(application.stderr()).noneMatch(line -> line.contains(" ERROR "));
        }
    }

    @OnOldestAndNewest
    @DisplayName("A36 says where a configuration is wrong, and leaves the application alone")
    void wrong(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory)
                .source("attach: {size: 1}")
                .configuration("sources: [{file: app.yaml}]", "reload: {check-intervall: 5s}");
        try (Application application = start(RUNNING, jdk, workspace)) {
            String pid = String.valueOf(application.pid());
            Verbs verbs = Verbs.local(jdk, workspace);
            Ended wrong = verbs.run("attach", pid, "--config", Workspace.CONFIGURATION);
            assertEnded(wrong, 1);
            assertThat(wrong.err().toString())
                    .contains("reload-agent.yaml:2:10", "check-interval", "The application was not touched");
            Ended setting = verbs.run("attach", pid, "--source", Workspace.SOURCE, "--set", "reload.timout=5s");
            assertEnded(setting, 1);
            assertThat(setting.err().toString()).contains("did you mean 'reload.timeout'");
            assertEnded(verbs.run("attach", pid), 2);
            assertEnded(verbs.run("attach", "all", "--source", Workspace.SOURCE), 2);
            assertThat(application.ask("seen size")).containsExactly("-1");

            workspace.source("attach: {size: [");
            Ended source = verbs.run("attach", pid, "--source", Workspace.SOURCE);
            assertEnded(source, 1);
            assertThat(source.err().toString()).contains("not all is well", "app.yaml:");
            workspace.source("attach: {size: 1}");
            application.awaitSeen("size", -1, 1);
        }
    }

    @Test
    @DisplayName("does without the JDK's module, by JNA; without both it says so")
    void bareRuntime(@TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("attach: {size: 1}");
        try (Application application = start(RUNNING, ofBuild(), workspace)) {
            String pid = String.valueOf(application.pid());
            Verbs neither = Verbs.local(ofBuild(), workspace)
                    .withOptions(WITHOUT_ATTACH[0], WITHOUT_ATTACH[1], "-Djna.nounpack=true", "-Djna.nosys=true");
            assertRefused(neither, pid, "this Java has no module jdk.attach", "run this by a JDK");
            Verbs jna = Verbs.local(ofBuild(), workspace).withOptions(WITHOUT_ATTACH);
            assertEnded(jna.run("attach", pid, "--source", Workspace.SOURCE), 0);
            application.awaitSeen("size", -1, 1);
            assertEnded(jna.run("health", pid), 0);
            assertEnded(jna.run("stop", pid), 0);
        }
    }

    @OnOldestAndNewest
    @DisplayName("says why it cannot, without touching the process")
    void obstacles(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("attach: {size: 1}");
        Verbs verbs = Verbs.local(ofBuild(), workspace);
        assertRefused(verbs, 2_000_000_000, "there is no process 2000000000", "docker exec");
        Process shell = new ProcessBuilder("sleep", "60").start();
        try {
            assertRefused(verbs, shell.pid(), "(sleep) is not a JVM");
        } finally {
            shell.destroy();
        }
        try (Application closed = start(RUNNING.option("-XX:+DisableAttachMechanism"), jdk, workspace)) {
            assertRefused(verbs, closed.pid(), "-XX:+DisableAttachMechanism", "-javaagent");
            assertThat(closed.stdout()).noneMatch(line -> line.contains("thread dump"));
            signal(closed, "STOP");
            assertRefused(verbs, closed.pid(), "is stopped", "kill -CONT");
            signal(closed, "CONT");
        }
        if (jdk.feature() >= 21) {
            try (Application closed = start(RUNNING.option("-XX:-EnableDynamicAgentLoading"), jdk, workspace)) {
                assertRefused(verbs, closed.pid(), "-XX:-EnableDynamicAgentLoading", "-javaagent");
            }
        }
    }

    private static void signal(Application application, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(application.pid()))
                .start()
                .waitFor();
    }

    @Test
    @DisplayName("is for the JVM's own user, and for root")
    void users(@TempDir Path directory) throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "takes root, to be somebody else");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        Workspace workspace = new Workspace(directory).source("attach: {size: 1}");
        try (Application ofRoot = start(RUNNING, ofBuild(), workspace);
                Application ofNobody = start(RUNNING.asUser(NOBODY), ofBuild(), workspace)) {
            Verbs verbs = Verbs.local(ofBuild(), workspace);
            Verbs nobody = verbs.asUser(NOBODY);
            assertRefused(nobody, ofRoot.pid(), "runs as root", "its own user only", "sudo -u root");

            String pid = String.valueOf(ofNobody.pid());
            assertEnded(verbs.run("attach", pid, "--source", Workspace.SOURCE), 0);
            ofNobody.awaitSeen("size", -1, 1);
            workspace.source("attach: {size: 2}");
            ofNobody.awaitSeen("size", -1, 1, 2);
            assertEnded(verbs.run("log-level", pid, "debug"), 0);
            ofNobody.awaitStderr("from root");
            assertEnded(nobody.run("log-level", pid, "info"), 0);
            ofNobody.awaitStderr("from nobody");
        }
    }

    @Test
    @DisplayName("reaches a JVM with a name space of its own for files, as a container and systemd's PrivateTmp have")
    void namespace(@TempDir Path directory) throws Exception {
        assumeTrue(canHaveNamespace(), "takes unshare with user name spaces");
        Workspace workspace = new Workspace(directory).source("attach: {size: 1}");
        try (Application inside = start(RUNNING.inNamespace("true"), ofBuild(), workspace)) {
            String pid = String.valueOf(inside.pid());
            Verbs verbs = Verbs.local(ofBuild(), workspace);
            assertEnded(verbs.run("attach", pid, "--source", Workspace.SOURCE), 0);
            inside.awaitSeen("size", -1, 1);
            assertEnded(verbs.run("health", pid), 0);
            assertEnded(verbs.run("stop", pid), 0);
        }
    }

    private static boolean canHaveNamespace() throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "-U", "-r", "-m", "true").start().waitFor() == 0;
    }
}
