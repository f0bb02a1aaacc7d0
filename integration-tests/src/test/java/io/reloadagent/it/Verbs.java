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
    private final URI address;
    private final Path token;

    private Verbs(Jdk jdk, Workspace workspace, URI address, Path token) {
        this.jdk = jdk;
        this.workspace = workspace;
        this.address = address;
        this.token = token;
    }

    /** For the agent at an address, with its token, which is in the workspace. */
    static Verbs of(Jdk jdk, Workspace workspace, URI address) {
        return new Verbs(jdk, workspace, address, workspace.file("token"));
    }

    Verbs withToken(Path file) {
        return new Verbs(jdk, workspace, address, file);
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
        List<String> line =
                new ArrayList<>(List.of(jdk.program("java"), "-Xmx128m", "-jar", Launch.AGENT_JAR.toString()));
        line.addAll(List.of(words));
        line.addAll(List.of("--url", address.toString(), "--token-file", token.toString()));
        return Application.start(line, workspace.directory());
    }
}
