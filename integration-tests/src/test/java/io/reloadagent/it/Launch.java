package io.reloadagent.it;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How an application is started. Immutable. */
final class Launch {

    static final Path AGENT_JAR = jar("reload.agent.jar");
    static final Path API_JAR = jar("reload.agent.api.jar");
    static final Path APPLICATIONS = jar("applications.directory");
    static final Path MODERN_APPLICATIONS = jar("modern.applications.directory");

    private static final String PRIVILEGES = "-dac_override,-dac_read_search";

    private final List<String> wrapper;
    private final Map<String, String> environment;
    private final List<String> options;
    private final List<String> command;

    private Launch(List<String> wrapper, Map<String, String> environment, List<String> options, List<String> command) {
        this.wrapper = List.copyOf(wrapper);
        this.environment = Map.copyOf(environment);
        this.options = List.copyOf(options);
        this.command = List.copyOf(command);
    }

    /** A main class that uses the API. */
    static Launch annotated(String mainClass) {
        return of(mainClass, APPLICATIONS, API_JAR);
    }

    /** A main class that has never heard of the agent. */
    static Launch legacy(String mainClass) {
        return of(mainClass, APPLICATIONS);
    }

    static Launch of(String mainClass, Path... classPath) {
        String joined = String.join(
                File.pathSeparator, Stream.of(classPath).map(Path::toString).toList());
        return new Launch(List.of(), Map.of(), List.of(), List.of("-cp", joined, mainClass));
    }

    static Launch jar(Path jar) {
        return new Launch(List.of(), Map.of(), List.of(), List.of("-jar", jar.toString()));
    }

    /** With the agent, whose only source is the workspace's; {@code settings} are further arguments, {@code key=value}. */
    Launch withSource(String... settings) {
        return withAgent(Stream.concat(Stream.of("source=" + Workspace.SOURCE), Stream.of(settings))
                .toArray(String[]::new));
    }

    /** With the agent and the workspace's configuration file. */
    Launch withConfiguration() {
        return withAgent("config=" + Workspace.CONFIGURATION);
    }

    Launch withAgent(String... arguments) {
        return option("-javaagent:" + AGENT_JAR + (arguments.length == 0 ? "" : "=" + String.join(",", arguments)));
    }

    Launch option(String option) {
        return options(option);
    }

    Launch options(String... more) {
        return new Launch(
                wrapper,
                environment,
                Stream.concat(options.stream(), Stream.of(more)).toList(),
                command);
    }

    /** With these variables of the environment. */
    Launch environment(Map<String, String> variables) {
        return new Launch(wrapper, variables, options, command);
    }

    /** In a shell of its own user and mount namespaces, which does something before it becomes the JVM; Linux only. */
    Launch inNamespace(String before) {
        List<String> shell = List.of("unshare", "-U", "-r", "-m", "sh", "-c", before + " && exec \"$@\"", "sh");
        return new Launch(shell, environment, options, command);
    }

    /** As a user who may read no more than its files' permissions say, which root otherwise may; Linux only. */
    Launch withoutPrivilege() {
        List<String> line = List.of("setpriv", "--bounding-set=" + PRIVILEGES, "--inh-caps=" + PRIVILEGES);
        return new Launch(line, environment, options, command);
    }

    /** As another user; for root on Linux. */
    Launch asUser(int id) {
        List<String> line = List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups");
        return new Launch(line, environment, options, command);
    }

    /** By {@code env} with an option, such as one for what the JVM inherits of signals; Linux only. */
    Launch withEnv(String option) {
        return new Launch(List.of("env", option), environment, options, command);
    }

    Launch arguments(String... arguments) {
        return new Launch(
                wrapper,
                environment,
                options,
                Stream.concat(command.stream(), Stream.of(arguments)).toList());
    }

    Application start(Jdk jdk, Workspace workspace) {
        List<String> line = new ArrayList<>(wrapper);
        line.addAll(List.of(jdk.program("java"), "-Xmx256m"));
        line.addAll(options);
        line.addAll(command);
        return Application.start(line, workspace.directory(), environment);
    }

    /** The jar on the tests' class path that a class is in. */
    static Path jarOf(String className) {
        try {
            return Path.of(Class.forName(className, false, Launch.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (ReflectiveOperationException | URISyntaxException e) {
            throw new AssertionError("where " + className + " is", e);
        }
    }

    private static Path jar(String property) {
        return Path.of(System.getProperty(property)).toAbsolutePath().normalize();
    }
}
