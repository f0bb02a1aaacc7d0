package io.reloadagent.premain;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where the JVM enters the agent. Whatever goes wrong in here, the application must start as if there were no agent:
 * nothing is thrown, and one line on stderr says what is wrong.
 */
public final class AgentEntry {

    private static final AtomicBoolean INSTALLED = new AtomicBoolean();

    private AgentEntry() {}

    /** Called before the application's {@code main}. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        install(arguments, instrumentation, false);
    }

    /** Called when the agent is attached to a running JVM. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        install(arguments, instrumentation, true);
    }

    private static void install(String arguments, Instrumentation instrumentation, boolean attached) {
        try {
            if (JdkTool.isRunning(System.getProperty("sun.java.command"))) {
                say("not installed: this JVM runs a tool of the JDK, not an application");
            } else if (!INSTALLED.compareAndSet(false, true)) {
                say("already installed in this JVM: the second installation does nothing; name the agent once");
            } else {
                start(arguments, instrumentation, attached);
            }
        } catch (Throwable failure) {
            say("not installed: " + reason(failure) + "; the application runs as without it");
        }
    }

    private static void start(String arguments, Instrumentation instrumentation, boolean attached) throws Exception {
        File jar = AgentLoader.ownJar();
        AgentLoader.of(jar)
                .loadClass("io.reloadagent.Agent")
                .getMethod("start", String.class, Instrumentation.class, boolean.class)
                .invoke(null, arguments, instrumentation, attached);
    }

    /** The message of the agent's own exceptions, which is meant for people; else what was thrown, and what caused it. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof InvocationTargetException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause.getClass().getName().startsWith("io.reloadagent.") && cause.getMessage() != null) {
            return cause.getMessage();
        }
        StringBuilder chain = new StringBuilder(cause.toString());
        for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
            chain.append(", caused by ").append(next);
        }
        return chain.toString();
    }

    private static void say(String what) {
        System.err.println("[reload-agent] " + what.replace('\n', ' ').replace('\r', ' '));
    }
}
