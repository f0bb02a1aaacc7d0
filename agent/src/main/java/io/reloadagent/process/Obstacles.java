package io.reloadagent.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;

/**
 * Why a process cannot be attached to, found without touching it: where a JVM does not expect to be attached, the signal that asks for it
 * writes a thread dump into the application's output, or even ends the process.
 */
final class Obstacles {

    private static final String ROOT = "root";

    private final ProcessFolder process;
    private final String name;

    private Obstacles(ProcessFolder process) {
        this.process = process;
        this.name = "process " + process.pid();
    }

    /**
     * Returns if it may be attached to, as far as can be seen.
     *
     * @throws UnreachableException if not
     */
    static void check(ProcessFolder process) throws UnreachableException {
        Obstacles obstacles = new Obstacles(process);
        if (!process.exists()) {
            throw obstacles.noProcess(null);
        }
        try {
            obstacles.checkUser();
            obstacles.checkJvm();
            obstacles.checkState();
            obstacles.checkOptions();
        } catch (NoSuchFileException gone) {
            throw obstacles.noProcess(gone);
        } catch (IOException hidden) {
            throw new UnreachableException(
                    obstacles.name + " cannot be looked at: " + hidden
                            + "; run this as the user whom it runs as, without further restriction",
                    hidden);
        }
    }

    private UnreachableException noProcess(Exception cause) {
        return new UnreachableException(
                "there is no " + name
                        + " here: list shows the JVMs. A number that was seen inside a container is another one outside:"
                        + " ask inside, by docker exec or kubectl exec",
                cause);
    }

    private void checkUser() throws IOException, UnreachableException {
        String self = ProcessFolder.self().user();
        if (!self.equals(ROOT) && !self.equals(process.user())) {
            throw new UnreachableException(name + " runs as " + process.user() + ", and this as " + self
                    + ": a JVM can be attached to by its own user only; sudo -u " + process.user()
                    + " java -jar reload-agent.jar … does it");
        }
    }

    private void checkJvm() throws IOException, UnreachableException {
        if (process.state() == 'Z') {
            throw new UnreachableException(name + " has ended");
        }
        if (process.jvm() == null) {
            throw new UnreachableException(
                    name + " (" + process.program() + ") is not a JVM; list shows those there are");
        }
    }

    private void checkState() throws IOException, UnreachableException {
        char state = process.state();
        if (state == 'T' || state == 't') {
            throw new UnreachableException(name + " is stopped, by SIGSTOP or a debugger, so it cannot answer;"
                    + " kill -CONT " + process.pid() + " lets it go on");
        }
    }

    private void checkOptions() throws IOException, UnreachableException {
        List<String> line = process.commandLine();
        if (!process.perfData().canBeAttached() || line.contains("-XX:+DisableAttachMechanism")) {
            throw new UnreachableException(
                    name + " was started with -XX:+DisableAttachMechanism, so nothing can attach to"
                            + " it; install the agent by -javaagent, and use HTTP or JMX");
        }
        boolean attached = Files.exists(process.file("/tmp/.java_pid" + process.innerPid()));
        if (!process.handlesQuit() && !attached) {
            throw new UnreachableException(
                    name + " does not take the signal SIGQUIT, by which a JVM is asked to be attached: it was started"
                            + " with -Xrs, or has only just begun. With -Xrs, install the agent by -javaagent, and use HTTP"
                            + " or JMX");
        }
        if (line.contains("-XX:-EnableDynamicAgentLoading")) {
            throw new UnreachableException(notDynamic(name));
        }
    }

    /** Where agents must be there from the start. */
    static String notDynamic(String name) {
        return name
                + " takes no agent while it runs (-XX:-EnableDynamicAgentLoading); install the agent by -javaagent, and"
                + " use HTTP or JMX, or start it with -XX:+EnableDynamicAgentLoading";
    }
}
