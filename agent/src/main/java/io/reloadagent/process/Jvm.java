package io.reloadagent.process;

/** A JVM, as it is seen from outside. Immutable. */
public final class Jvm {

    private final long pid;
    private final String user;
    private final String version;
    private final String main;
    private final AgentJar agent;

    Jvm(long pid, String user, String version, String main, AgentJar agent) {
        this.pid = pid;
        this.user = user;
        this.version = version;
        this.main = main;
        this.agent = agent;
    }

    /** The number of its process. */
    public long pid() {
        return pid;
    }

    /** The name of the user that it runs as. */
    public String user() {
        return user;
    }

    /** Of its Java, {@code 17.0.15} or {@code 1.8.0_504}; empty if unknown. */
    public String version() {
        return version;
    }

    /** Its main class, module or jar, without arguments; empty if unknown. */
    public String main() {
        return main;
    }

    /** Whether it has the agent's jar open: the agent runs in it, or did. */
    public boolean hasAgent() {
        return agent != null;
    }

    /** The version of the agent's jar; null if it has none open. */
    public String agentVersion() {
        return agent == null ? null : agent.version();
    }

    /** The name of the agent's jar, as this JVM sees it; null if it has none open. */
    public String agentJar() {
        return agent == null ? null : agent.name();
    }
}
