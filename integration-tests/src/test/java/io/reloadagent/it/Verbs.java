package io.reloadagent.it;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The agent's jar as a command, each call a process of its own. Immutable. */
final class Verbs {

    /**
     * How a call ended.
     *
     * @param out the lines of its stdout
     * @param err those of its stderr
     */
    record Ended(int exitCode, List<String> out, List<String> err) {}

    private final Jdk jdk;
    private final Workspace workspace;
    private final List<String> wrapper;
    private final List<String> options;
    private final List<String> target;

    private Verbs(Jdk jdk, Workspace workspace, List<String> wrapper, List<String> options, List<String> target) {
        this.jdk = jdk;
        this.workspace = workspace;
        this.wrapper = wrapper;
        this.options = options;
        this.target = target;
    }

    /** For the agent at an address, with its token, which is in the workspace. */
    static Verbs of(Jdk jdk, Workspace workspace, URI address) {
        return new Verbs(
                jdk,
                workspace,
                List.of(),
                List.of(),
                List.of(
                        "--url",
                        address.toString(),
                        "--token-file",
                        workspace.file("token").toString()));
    }

    /** For JVMs of this machine, which the words of a call name. */
    static Verbs local(Jdk jdk, Workspace workspace) {
        return new Verbs(jdk, workspace, List.of(), List.of(), List.of());
    }

    Verbs withToken(Path file) {
        return new Verbs(
                jdk,
                workspace,
                wrapper,
                options,
                List.of(target.get(0), target.get(1), target.get(2), file.toString()));
    }

    /** With options for the command's own JVM. */
    Verbs withOptions(String... more) {
        return new Verbs(jdk, workspace, wrapper, List.of(more), target);
    }

    /** As another user; for root on Linux. */
    Verbs asUser(int id) {
        return new Verbs(
                jdk,
                workspace,
                List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups"),
                options,
                target);
    }

    /** Runs one to its end. */
    Ended run(String... words) {
        try (Application verb = start(words)) {
            int exitCode = verb.awaitExit();
            return new Ended(exitCode, verb.stdout(), verb.stderr());
        }
    }

    /** Starts one that goes on. */
    Application start(String... words) {
        List<String> line = new ArrayList<>(wrapper);
        line.addAll(List.of(jdk.program("java"), "-Xmx128m"));
        line.addAll(options);
        line.addAll(List.of("-jar", Launch.AGENT_JAR.toString()));
        line.addAll(List.of(words));
        line.addAll(target);
        return Application.start(line, workspace.directory());
    }
}
