package io.reloadagent.process;

import java.util.concurrent.TimeUnit;
import net.bytebuddy.agent.VirtualMachine;
import net.bytebuddy.agent.VirtualMachine.ForHotSpot.Connection;
import net.bytebuddy.agent.VirtualMachine.ForHotSpot.Connection.ForJnaPosixSocket;

/** Attaches to a HotSpot JVM without the JDK's API: by Byte Buddy's agent, which calls the operating system through JNA. */
final class JnaAttach {

    private static final int ATTEMPTS = 50;
    private static final int PAUSE_MILLIS = 200;

    private JnaAttach() {}

    /**
     * Loads an agent, and returns when it has got its argument.
     *
     * @param temporary the target's directory for temporary files, as this process sees it; null for the system's
     * @throws Exception what Byte Buddy has thrown
     * @throws LinkageError if there is no JNA for this platform
     */
    static void load(long pid, String temporary, String jar, String argument) throws Exception {
        Connection.Factory factory = temporary == null
                ? ForJnaPosixSocket.Factory.withDefaultTemporaryFolder(ATTEMPTS, PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                : new ForJnaPosixSocket.Factory(temporary, ATTEMPTS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        VirtualMachine target = VirtualMachine.ForHotSpot.attach(String.valueOf(pid), factory);
        try {
            target.loadAgent(jar, argument);
        } finally {
            target.detach();
        }
    }
}
