package io.reloadagent.report.webhook;

import io.reloadagent.report.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Cuts off what takes too long. The time limits of a connection are for each read of it, so that a server which sends a byte
 * now and then could hold it for ever. It is cut off again and again until it has ended: the first time may have come
 * before there was anything to cut. The thread ends while there is nothing to watch. Thread-safe.
 */
final class Deadlines implements AutoCloseable {

    private static final long LOOK_MILLIS = 100;
    private static final int IDLE_SECONDS = 10;

    private final Duration limit;
    private final ScheduledThreadPoolExecutor watch;

    /** Written by who closes, read by the watching thread. */
    private volatile boolean closed;

    Deadlines(Duration limit) {
        this.limit = limit;
        this.watch = new ScheduledThreadPoolExecutor(1, new DaemonThreads("reload-agent-webhook-deadline-"));
        watch.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
        watch.setRemoveOnCancelPolicy(true);
        watch.setContinueExistingPeriodicTasksAfterShutdownPolicy(true);
    }

    /**
     * Begins to watch.
     *
     * @param cut called by another thread, when the limit has passed or this is closed, until the deadline is closed
     * @throws java.util.concurrent.RejectedExecutionException if this is closed
     */
    Deadline begin(Runnable cut) {
        return new Deadline(cut);
    }

    /** Cuts off at once what is being watched, and takes no more. Closing again does nothing. */
    @Override
    public void close() {
        closed = true;
        watch.shutdown();
    }

    /** Of one attempt. To be closed at its end. */
    final class Deadline implements AutoCloseable {

        private final long begin = System.nanoTime();
        private final Runnable cut;
        private final Future<?> looking;

        private Deadline(Runnable cut) {
            this.cut = cut;
            this.looking = watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }

        /** What it cuts is in use by another thread, and may fail for it. */
        private void look() {
            if (closed || hasPassed()) {
                try {
                    cut.run();
                } catch (RuntimeException | Error changing) {
                    // It has changed at this moment, or there is no memory; the next look tries again.
                }
            }
        }

        /** Whether the limit has passed. */
        boolean hasPassed() {
            return System.nanoTime() - begin >= limit.toNanos();
        }

        @Override
        public void close() {
            looking.cancel(false);
        }
    }
}
