package io.reloadagent.premain;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where the JVM enters the agent. Whatever goes wrong in here, the application must start as if there were no agent:
 * nothing is thrown, and one line on stderr says what is wrong.
 */
public final class AgentEntry {

    private static final String STOP = "stop";

    /** What begins an argument that names the folder of an order; no setting's name begins so. */
    private static final String ORDER = "@";

    /**
     * The agent that runs: stops when it is given {@code stop}, and else serves the folder that it is given. Says that it cannot, until
     * it can; null if none runs.
     */
    private static final AtomicReference<Consumer<String>> RUNNING = new AtomicReference<>();

    private AgentEntry() {}

    /** Called before the application's {@code main}. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        install(arguments, instrumentation, false);
    }

    /**
     * Called when the agent is attached to a running JVM; with the argument {@code stop}, it takes the agent out again, and with
     * {@code @FOLDER} it does what the command line has written there.
     */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        if (STOP.equals(arguments)) {
            stop();
        } else if (arguments != null && arguments.startsWith(ORDER)) {
            obey(arguments.substring(ORDER.length()), instrumentation);
        } else {
            install(arguments, instrumentation, true);
        }
    }

    private static void obey(String folder, Instrumentation instrumentation) {
        try {
            OrderFolder order = OrderFolder.open(folder);
            switch (order.what()) {
                case "attach":
                    order.answer(install(order.arguments(), instrumentation, true));
                    break;
                case "session":
                    order.answer(serve(folder));
                    break;
                case STOP:
                    // It may wait for a reload; who attaches next must not.
                    Thread stopping = new Thread(() -> stop(order), "reload-agent-order");
                    stopping.setDaemon(true);
                    stopping.start();
                    break;
                default:
                    order.answer(Told.of("unknown", "this agent knows no order '" + order.what() + "'"));
            }
        } catch (Throwable failure) {
            say("an order of the command line was not carried out: " + reason(failure));
        }
    }

    private static Told install(String arguments, Instrumentation instrumentation, boolean attached) {
        Consumer<String> starting = AgentEntry::sayStarting;
        try {
            if (JdkTool.isRunning(System.getProperty("sun.java.command"))) {
                return say("failed", "not installed: this JVM runs a tool of the JDK, not an application");
            }
            if (!RUNNING.compareAndSet(null, starting)) {
                return say(
                        "running",
                        "already installed in this JVM: the second installation does nothing; "
                                + (attached ? "stop the first to attach with other arguments" : "name the agent once"));
            }
            start(arguments, instrumentation, attached, starting);
            return Told.of("started", "");
        } catch (Throwable failure) {
            return say("failed", "not installed: " + reason(failure) + "; the application runs as without it");
        }
    }

    @SuppressWarnings("unchecked")
    private static void start(
            String arguments, Instrumentation instrumentation, boolean attached, Consumer<String> starting)
            throws Exception {
        Consumer<String> agent = null;
        try {
            File jar = AgentLoader.ownJar();
            Function<Object[], Callable<Consumer<String>>> start =
                    (Function<Object[], Callable<Consumer<String>>>) AgentLoader.of(jar)
                            .loadClass("io.reloadagent.AgentStart")
                            .getConstructor()
                            .newInstance();
            Runnable stopped = () -> RUNNING.set(null);
            agent = start.apply(new Object[] {arguments, instrumentation, attached, stopped})
                    .call();
        } finally {
            RUNNING.compareAndSet(starting, agent);
        }
    }

    private static void sayStarting(String ignored) {
        throw new IllegalStateException("it is just being installed");
    }

    private static Told serve(String folder) {
        Consumer<String> agent = RUNNING.get();
        if (agent == null) {
            return Told.of("none", "there is no agent in this JVM");
        }
        try {
            agent.accept(folder);
            return Told.of("session", "");
        } catch (IllegalStateException notNow) {
            return Told.of("busy", notNow.getMessage());
        }
    }

    private static void stop(OrderFolder order) {
        try {
            order.answer(stop());
        } catch (Throwable failure) {
            say("whoever asked for the stop cannot be told of it: " + failure);
        }
    }

    private static Told stop() {
        try {
            Consumer<String> agent = RUNNING.get();
            if (agent == null) {
                return say("none", "not stopped: there is no agent in this JVM");
            }
            agent.accept(STOP);
            return Told.of("stopped", "");
        } catch (Throwable failure) {
            return say("failed", "not stopped as it should: " + failure.getMessage());
        }
    }

    /** The message of the agent's own exceptions, which is meant for people; else what was thrown, and what caused it. */
    private static String reason(Throwable cause) {
        if (cause.getClass().getName().startsWith("io.reloadagent.") && cause.getMessage() != null) {
            return cause.getMessage();
        }
        StringBuilder chain = new StringBuilder(cause.toString());
        for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
            chain.append(", caused by ").append(next);
        }
        return chain.toString();
    }

    private static Told say(String word, String what) {
        say(what);
        return Told.of(word, what);
    }

    private static void say(String what) {
        System.err.println("[reload-agent] " + what.replace('\n', ' ').replace('\r', ' '));
    }
}
