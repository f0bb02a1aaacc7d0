package io.reloadagent;

import io.reloadagent.bind.Converter;
import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Log;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has {@link Converter#prepare} run once, on a thread of the agent: that of the application, which reads a dynamic field for
 * the first time, may have too little stack left for it. Most applications never need it: their dynamic fields are
 * numbers and texts. Thread-safe.
 */
final class Preparation implements Runnable {

    /** What is to be done, {@link Converter#prepare}. */
    interface Step {
        void run() throws Exception;
    }

    /** It takes a fraction of a second. What is waited for may hold a lock of the JDK that the thread which waits has taken. */
    private static final long PATIENCE_SECONDS = 5;

    private final FutureTask<Void> task;
    private final ThreadFactory threads = new DaemonThreads("reload-agent-prepare-");
    private final AtomicBoolean begun = new AtomicBoolean();
    private final Log log;

    Preparation(Step step, Log log) {
        this.task = new FutureTask<>(() -> {
            step.run();
            return null;
        });
        this.log = log;
    }

    /** Waits until it is done. If that takes too long, or is interrupted, the thread goes on without. */
    @Override
    public void run() {
        if (task.isDone()) {
            return;
        }
        try {
            if (begun.compareAndSet(false, true)) {
                threads.newThread(task).start();
            }
            task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | OutOfMemoryError e) {
            log.error("values other than numbers and texts may not be converted", e);
        }
    }
}
