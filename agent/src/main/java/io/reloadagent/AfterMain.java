package io.reloadagent;

import io.reloadagent.instrument.FirstClass;
import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Log;
import java.lang.instrument.Instrumentation;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Starts what touches parts of the JDK that an application may want to configure first: {@code java.util.logging} and
 * {@code javax.management} read system properties that {@code main} sets, once, when they are first used. Started before,
 * they would be fixed to their defaults; JBoss does not even start then.
 */
final class AfterMain implements Runnable {

    /** Long enough for the first statements of a {@code main}. */
    private static final long GRACE_MILLIS = 1000;

    /** Sets its log manager when it has set up its class loaders, which takes as long as it takes. */
    private static final String JBOSS_MODULES = "org.jboss.modules.";

    private static final String LOG_MANAGER = "java.util.logging.LogManager";

    private final Instrumentation instrumentation;
    private final FirstClass first;
    private final Log log;
    private final Runnable action;

    private AfterMain(Instrumentation instrumentation, Log log, Runnable action) {
        this.instrumentation = instrumentation;
        this.first = FirstClass.of(instrumentation);
        this.log = log;
        this.action = action;
    }

    /** Runs an action on a daemon thread, once the application's {@code main} has begun. */
    static void run(Instrumentation instrumentation, Log log, Runnable action) {
        new DaemonThreads("reload-agent-start-")
                .newThread(new AfterMain(instrumentation, log, action))
                .start();
    }

    @Override
    public void run() {
        try {
            String main = first.await();
            do {
                TimeUnit.MILLISECONDS.sleep(GRACE_MILLIS);
            } while (main.startsWith(JBOSS_MODULES) && !isLoggingStarted());
            action.run();
        } catch (InterruptedException e) {
            log.debug("interrupted before main began");
        }
    }

    private boolean isLoggingStarted() {
        return Arrays.stream(instrumentation.getAllLoadedClasses())
                .anyMatch(type -> type.getName().equals(LOG_MANAGER));
    }
}
