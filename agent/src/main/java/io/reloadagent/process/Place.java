package io.reloadagent.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * Where a JVM and this process meet: a directory for temporary files that both see, and the agent's jar. A JVM in a container, or one to
 * which systemd gives a /tmp of its own, sees other files than this process does. Immutable.
 */
final class Place {

    private static final String TEMPORARY = "/tmp";

    private final long pid;
    private final boolean otherPidNamespace;

    /** Null if both see the same files. */
    private final ProcessFolder other;

    private final String jar;

    private Place(long pid, boolean otherPidNamespace, ProcessFolder other, String jar) {
        this.pid = pid;
        this.otherPidNamespace = otherPidNamespace;
        this.other = other;
        this.jar = jar;
    }

    /**
     * That of a process, which is not touched.
     *
     * @throws UnreachableException if it cannot be attached to, or does not see the jar
     */
    static Place of(long pid) throws UnreachableException {
        String own = AgentJar.own().toString();
        if (!ProcessFolder.areThere()) {
            return new Place(pid, false, null, own);
        }
        ProcessFolder process = ProcessFolder.of(pid);
        Obstacles.check(process);
        try {
            boolean otherPids = process.innerPid() != pid;
            if (process.sharesFiles()) {
                return new Place(pid, otherPids, null, own);
            }
            return new Place(pid, otherPids, process, seen(process, own));
        } catch (IOException hidden) {
            throw new UnreachableException("process " + pid + " cannot be looked at: " + hidden, hidden);
        }
    }

    private static String seen(ProcessFolder process, String own) throws IOException, UnreachableException {
        Path there = process.file(own);
        if (Files.isRegularFile(there) && Files.size(there) == Files.size(Paths.get(own))) {
            return own;
        }
        AgentJar open = AgentJar.openIn(process);
        if (open != null) {
            return open.name();
        }
        throw new UnreachableException(
                "process " + process.pid() + " sees other files than this one, as in a container: there is no " + own
                        + " for it. Put the jar at that place in its file system, or run this inside, by docker exec or kubectl exec: "
                        + "docker exec CONTAINER java -jar /path/in/it/reload-agent.jar list");
    }

    long pid() {
        return pid;
    }

    boolean isOtherPidNamespace() {
        return otherPidNamespace;
    }

    /** The jar's name, for the JVM. */
    String jar() {
        return jar;
    }

    /** Whether the JVM sees other files. */
    boolean isOtherFiles() {
        return other != null;
    }

    /** The process; null where nothing tells of processes. */
    ProcessFolder process() {
        return ProcessFolder.areThere() ? ProcessFolder.of(pid) : null;
    }

    /** The JVM's directory for temporary files, for this process; null if it is the system's. */
    String temporary() {
        return other == null ? null : other.file(TEMPORARY).toString();
    }

    /** Where a folder for both can be made, for this process. */
    Path here() {
        return other == null ? Paths.get(System.getProperty("java.io.tmpdir")).toAbsolutePath() : other.file(TEMPORARY);
    }

    /** The name that a folder there has for the JVM. */
    String there(Path folder) {
        return other == null ? folder.toString() : TEMPORARY + "/" + folder.getFileName();
    }
}
