package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A36 an installation that is not right")
class InstallationIT {

    private static final Launch EXIT = Launch.legacy("com.acme.exit.ExitMain");
    private static final String[] RULE = {
        "dynamic: [{class: com.acme.exit.ExitMain, prefix: app, fields: [size], initial: source}]",
        "sources: [{file: app.yaml}]"
    };

    /** Says that the agent is there, and where it reads. */
    private static final String WELL = "\\[reload-agent] \\S+ INFO installed; .*";

    @OnEveryJdk
    @DisplayName("A36 a configuration file that is not YAML leaves the application as without the agent, with one line")
    void brokenConfiguration(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("app: {size: 1}").configuration("sources: [");

        assertOneLine(EXIT.withConfiguration(), jdk, workspace, "not installed", "reload-agent.yaml:");
    }

    @OnEveryJdk
    @DisplayName("A36 an unknown key in the configuration file: one line names it, its place and the nearest known one")
    void unknownKey(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .source("app: {size: 1}")
                .configuration(RULE[0], RULE[1], "reload:", "  check-intervall: 5s");

        assertOneLine(
                EXIT.withConfiguration(),
                jdk,
                workspace,
                "not installed",
                "reload-agent.yaml:4:3",
                "'reload.check-intervall'",
                "did you mean 'reload.check-interval'");
    }

    @OnEveryJdk
    @DisplayName("A36 a configuration file that is missing: one line names it")
    void missingConfiguration(Jdk jdk, @TempDir Path directory) {
        assertOneLine(EXIT.withConfiguration(), jdk, new Workspace(directory), "not installed", "reload-agent.yaml");
    }

    @OnEveryJdk
    @DisplayName("A36 a source that is missing: the application runs with its own values, and one line names the file")
    void missingSource(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).configuration(RULE);

        assertOneLine(EXIT.withConfiguration(), jdk, workspace, "app.yaml");
    }

    @OnEveryJdk
    @DisplayName(
            "A36 a source that is not YAML: the application runs with its own values, and one line names the place")
    void brokenSource(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).configuration(RULE).source("app: {size: 1");

        assertOneLine(EXIT.withConfiguration(), jdk, workspace, "app.yaml:");
    }

    @OnEveryJdk
    @DisplayName("A36 a value that does not fit: the application runs with its own, and one line names place and path")
    void wrongValue(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).configuration(RULE).source("app: {size: much}");

        assertOneLine(EXIT.withConfiguration(), jdk, workspace, "app.yaml:1:13", "app.size");
    }

    @OnEveryJdk
    @DisplayName("A36 a settle window as long as the timeout: one line names both settings and their values")
    void settleWindow(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("app: {size: 1}");

        assertOneLine(
                EXIT.withSource("reload.settle=2s", "reload.timeout=2s"),
                jdk,
                workspace,
                "not installed",
                "reload.settle (2s)",
                "reload.timeout (2s)");
    }

    @OnEveryModernJdk
    @DisplayName("A36 a Java run-time of java.base alone is enough; so java.util.logging is not started")
    void smallRuntime(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, timeout: 5s}");
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .option("--limit-modules=java.base,java.instrument")
                .withSource()
                .start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            service.awaitSeen("timeout", "PT5S");
            workspace.source("service: {a: 2, timeout: 6s}");
            service.awaitSeen("a", 1, 2);
            service.awaitSeen("timeout", "PT5S", "PT6S");
        }
    }

    @OnEveryJdk
    @DisplayName("A36 no argument at all: one line says what to give")
    void nothing(Jdk jdk, @TempDir Path directory) {
        assertOneLine(EXIT.withAgent(), jdk, new Workspace(directory), "not installed", "source=FILE");
    }

    @OnEveryJdk
    @DisplayName("A36 an unknown argument: one line names the nearest known one")
    void unknownArgument(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("app: {size: 1}");

        assertOneLine(
                EXIT.withSource("reload.timout=5s"),
                jdk,
                workspace,
                "not installed",
                "'reload.timout'",
                "did you mean 'reload.timeout'");
    }

    @OnEveryJdk
    @DisplayName("A36 installed twice: one line says so, and the first works")
    void twice(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .withSource()
                .withSource()
                .start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            assertThat(service.stderr())
                    .filteredOn(line -> !line.matches(WELL))
                    .singleElement()
                    .asString()
                    .contains("already installed");
            workspace.source("service: {a: 2}");
            service.awaitSeen("a", 1, 2);
        }
    }

    @OnEveryJdk
    @DisplayName("A36 installed into a tool of the JDK: the tool works as without it, and one line says so")
    void jdkTool(Jdk jdk, @TempDir Path directory) {
        Assumptions.assumeTrue(jdk.has("javac"), "a JRE has no javac");
        Workspace workspace = new Workspace(directory).source("app: {size: 1}");
        Workspace.write(workspace.file("Wrong.java"), "class Wrong { int size = \"many\"; }");
        List<String> javac = List.of(jdk.program("javac"), "-J-Xmx256m", "Wrong.java");
        List<String> withAgent = Stream.concat(
                        javac.stream(), Stream.of("-J-javaagent:" + Launch.AGENT_JAR + "=source=app.yaml"))
                .toList();
        try (Application plain = Application.start(javac, directory);
                Application agent = Application.start(withAgent, directory)) {
            assertSame(plain, agent).singleElement().asString().contains("a tool of the JDK");
        }
    }

    private static void assertOneLine(Launch launch, Jdk jdk, Workspace workspace, String... texts) {
        try (Application plain = EXIT.start(jdk, workspace);
                Application agent = launch.start(jdk, workspace)) {
            assertSame(plain, agent).singleElement().asString().contains(texts);
        }
    }

    /** The same output and exit code; returns what is wrong, as the agent says on stderr. */
    private static ListAssert<String> assertSame(Application plain, Application agent) {
        int exitCode = plain.awaitExit();
        assertThat(agent.awaitExit()).isEqualTo(exitCode);
        assertThat(agent.stdout()).isEqualTo(plain.stdout());
        assertThat(agent.stderr())
                .filteredOn(line -> !line.startsWith("[reload-agent]"))
                .isEqualTo(plain.stderr());
        return assertThat(agent.stderr())
                .filteredOn(line -> line.startsWith("[reload-agent]"))
                .filteredOn(line -> !line.matches(WELL));
    }
}
