package io.reloadagent;

import io.reloadagent.instrument.SelfTest;
import io.reloadagent.instrument.SelfTestException;
import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Log;
import java.util.concurrent.TimeUnit;

/** Runs the self-test on a thread of the agent, and takes the agent out if reads cannot be intercepted in this JVM. */
final class StartCheck implements Runnable {

    private final SelfTest test;
    private final Runnable stop;
    private final Log log;

    /** Prepares the check; {@code stop} takes the agent out, and waits for it. */
    StartCheck(SelfTest test, Runnable stop, Log log) {
        this.test = test;
        this.stop = stop;
        this.log = log;
    }

    @Override
    public void run() {
        long begin = System.nanoTime();
        try {
            test.run();
            log.debug("self-test passed in {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        } catch (SelfTestException failure) {
            log.error(
                    "self-test failed: {}; in this JVM the agent cannot do its work, and takes itself out: the application"
                            + " goes on with its own values",
                    failure.getMessage(),
                    failure);
            // Not on this thread: it is the one that the stop waits for.
            new DaemonThreads("reload-agent-stop-").newThread(stop).start();
        }
    }
}
