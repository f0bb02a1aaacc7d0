package io.reloadagent.premain;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where the JVM enters the agent. Whatever goes wrong in here, the application must start as if there were no agent:
 * nothing is thrown, and one line on stderr says what is wrong.
 */
public final class AgentEntry {

    private static final String STOP = "stop";

    /** Stops the agent that runs; says that it cannot, until it can; null if none runs. */
    private static final AtomicReference<Runnable> RUNNING = new AtomicReference<>();

    private AgentEntry() {}

    /** Called before the application's {@code main}. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        install(arguments, instrumentation, false);
    }

    /** Called when the agent is attached to a running JVM; with the argument {@code stop}, it takes the agent out again. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        if (STOP.equals(arguments)) {
            stop();
        } else {
            install(arguments, instrumentation, true);
        }
    }

    private static void install(String arguments, Instrumentation instrumentation, boolean attached) {
        Runnable starting = AgentEntry::sayStarting;
        try {
            if (JdkTool.isRunning(System.getProperty("sun.java.command"))) {
                say("not installed: this JVM runs a tool of the JDK, not an application");
            } else if (!RUNNING.compareAndSet(null, starting)) {
                say("already installed in this JVM: the second installation does nothing; "
                        + (attached ? "stop the first to attach with other arguments" : "name the agent once"));
            } else {
                start(arguments, instrumentation, attached, starting);
            }
        } catch (Throwable failure) {
            say("not installed: " + reason(failure) + "; the application runs as without it");
        }
    }

    private static void start(String arguments, Instrumentation instrumentation, boolean attached, Runnable starting)
            throws Exception {
        Runnable stop = null;
        try {
            File jar = AgentLoader.ownJar();
            stop = (Runnable) AgentLoader.of(jar)
                    .loadClass("io.reloadagent.Agent")
                    .getMethod("start", String.class, Instrumentation.class, boolean.class, Runnable.class)
                    .invoke(null, arguments, instrumentation, attached, (Runnable) () -> RUNNING.set(null));
        } finally {
            RUNNING.compareAndSet(starting, stop);
        }
    }

    private static void sayStarting() {
        say("not stopped: it is just being installed");
    }

    private static void stop() {
        try {
            Runnable stop = RUNNING.get();
            if (stop == null) {
                say("not stopped: there is no agent in this JVM");
            } else {
                stop.run();
            }
        } catch (Throwable failure) {
            say("not stopped as it should: " + failure.getMessage());
        }
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
