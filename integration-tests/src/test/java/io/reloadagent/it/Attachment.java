package io.reloadagent.it;

import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.VirtualMachine;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings the agent into an application that runs already, from the test's JVM, and out of it. */
final class Attachment {

    private Attachment() {}

    /** Attaches the agent, whose only source is the workspace's; {@code settings} are further arguments. */
    static void attach(Application application, String... settings) throws Exception {
        load(
                application,
                Stream.concat(Stream.of("source=" + Workspace.SOURCE), Stream.of(settings))
                        .collect(Collectors.joining(",")));
    }

    /** Returns when the agent has stopped. */
    static void stop(Application application) throws Exception {
        load(application, "stop");
    }

    /** Gives the agent these arguments. */
    static void load(Application application, String arguments) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(application.pid()));
        try {
            machine.loadAgent(Launch.AGENT_JAR.toString(), arguments);
        } catch (AgentLoadException e) {
            if (!"0".equals(e.getMessage())) { // so a newer JDK reads Java 8's answer that all is well
                throw e;
            }
        } finally {
            machine.detach();
        }
    }
}
