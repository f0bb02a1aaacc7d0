package io.reloadagent.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands a JVM the agent's jar and an argument, within a time. What the JDK or JNA says becomes what an operator can use. */
final class Loading {

    private static final String ADVICE =
            "; a process that is stopped, starved or in a long pause answers later: try again";

    private final Place place;
    private final String name;
    private final Duration timeout;

    Loading(Place place, Duration timeout) {
        this.place = place;
        this.name = "process " + place.pid();
        this.timeout = timeout;
    }

    /**
     * Returns when the agent has got its argument.
     *
     * @throws UnreachableException if it has not
     */
    void load(String argument) throws UnreachableException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            attach(argument);
            return null;
        });
        // A JVM that hangs never answers, and neither way to attach knows a time for that.
        Thread thread = new Thread(task, "attach");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silence) {
            throw new UnreachableException(
                    name + " has not answered within " + timeout.toMillis() / 1_000 + " s" + ADVICE, silence);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted while " + name + " was asked", ending);
        } catch (ExecutionException failure) {
            throw refused(failure.getCause());
        }
    }

    private void attach(String argument) throws Exception {
        JdkAttach jdk = JdkAttach.find();
        if (jdk != null) {
            jdk.load(place.pid(), place.jar(), argument);
        } else if (place.isOtherPidNamespace()) {
            throw new IOException(
                    "it has another number inside its container, which only a JDK's own API can tell it; run this by"
                            + " a JDK instead of a JRE, or inside the container, by docker exec or kubectl exec");
        } else {
            JnaAttach.load(place.pid(), place.temporary(), place.jar(), argument);
        }
    }

    private UnreachableException refused(Throwable failure) {
        String text = texts(failure);
        if (text.contains("Dynamic agent loading is not enabled")) {
            return new UnreachableException(Obstacles.notDynamic(name), failure);
        }
        if (failure instanceof LinkageError || text.contains("com.sun.jna")) {
            return new UnreachableException(
                    "this Java has no module jdk.attach (or tools.jar), and JNA, the other way, does not work here ("
                            + failure + "); run this by a JDK",
                    failure);
        }
        if (text.contains("did not respond") || text.contains("Unable to open socket file")) {
            return new UnreachableException(
                    name
                            + " does not answer the signal to be attached; its JVM blocks SIGQUIT, hangs, or is not HotSpot"
                            + ADVICE,
                    failure);
        }
        return new UnreachableException(name + " cannot be attached to: " + text, failure);
    }

    private static String texts(Throwable failure) {
        StringBuilder texts = new StringBuilder(String.valueOf(failure.getMessage()));
        if (failure.getMessage() == null) {
            texts = new StringBuilder(failure.toString());
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            texts.append(": ").append(cause.getMessage());
        }
        return texts.toString();
    }
}
