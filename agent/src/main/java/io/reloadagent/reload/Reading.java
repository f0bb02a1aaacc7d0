package io.reloadagent.reload;

import io.reloadagent.report.DaemonThreads;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has the sources read and parsed on threads of their own, each for so long: a file system may hang, a pipe may have no writer, and a
 * document may take its parser, or a schema its validator, for ever. A thread that is not back in time is left behind. Thread-safe.
 */
public final class Reading {

    /** Each keeps a stack, and what it has read. */
    private static final int MOST_LEFT_BEHIND = 4;

    private static final ThreadFactory THREADS = new DaemonThreads("reload-agent-reading-");

    private final AtomicInteger leftBehind = new AtomicInteger();

    /** What is done with the sources. */
    public interface Step<T> {
        T get() throws SourceException;
    }

    /** Without a thread yet. */
    public Reading() {}

    /**
     * Does something on a thread of its own, and waits for it.
     *
     * @param what it is, for messages: {@code source app.yaml}
     * @param time how long it may take
     * @throws SourceException what the step throws; or that it takes too long, or that too many earlier ones still do
     * @throws InterruptedException if the calling thread is interrupted; the step is interrupted, too
     */
    public <T> T within(Duration time, String what, Step<T> step) throws SourceException, InterruptedException {
        if (leftBehind.get() >= MOST_LEFT_BEHIND) {
            throw unreadable(what + ": not tried, as " + MOST_LEFT_BEHIND
                    + " earlier readings have not ended; see the threads named reload-agent-reading");
        }
        Attempt<T> attempt = new Attempt<>(step);
        THREADS.newThread(attempt).start();
        try {
            return attempt.get(Math.max(1, time.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            attempt.leaveBehind();
            throw unreadable(what + ": not read and parsed within " + time.toMillis()
                    + " ms: a file system or a pipe hangs, or a document or its schema is too much for one reload");
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            attempt.cancel(true);
        }
    }

    private static SourceException unreadable(String message) {
        return new SourceException(SourceException.Kind.UNREADABLE, new Problem(null, null, message));
    }

    private static SourceException rethrown(Throwable cause) {
        if (cause instanceof SourceException) {
            return (SourceException) cause;
        }
        if (cause instanceof Error) {
            throw (Error) cause;
        }
        throw cause instanceof RuntimeException ? (RuntimeException) cause : new IllegalStateException(cause);
    }

    private final class Attempt<T> extends FutureTask<T> {

        /** Whether nobody waits for it any more, while it runs. */
        private boolean left;

        /** Whether its thread is done with it. */
        private boolean ended;

        Attempt(Step<T> step) {
            super(step::get);
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                end();
            }
        }

        synchronized void leaveBehind() {
            if (!ended) {
                left = true;
                leftBehind.incrementAndGet();
            }
        }

        private synchronized void end() {
            ended = true;
            if (left) {
                leftBehind.decrementAndGet();
            }
        }
    }
}
