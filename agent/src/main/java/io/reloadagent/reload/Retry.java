package io.reloadagent.reload;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks again, when the breaker's wait is over, for what a file holds that changed meanwhile: nobody else would. Thread-safe.
 */
final class Retry {

    private final ScheduledExecutorService thread;
    private final Consumer<Request> again;

    /** Null if nothing waits. Guarded by this. */
    private Future<?> waiting;

    /** What waits. Guarded by this. */
    private Request request;

    /** Guarded by this. */
    private boolean closed;

    Retry(ScheduledExecutorService thread, Consumer<Request> again) {
        this.thread = thread;
        this.again = again;
    }

    /** Remembers a request. If one waits already, that one will do: the sources are read anew then. */
    synchronized void in(Duration left, Request later) {
        if (waiting == null && !closed) {
            request = later;
            waiting = thread.schedule(this::now, left.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Asks at once, if something waits. */
    void now() {
        Request due = take();
        if (due != null) {
            again.accept(due);
        }
    }

    private synchronized Request take() {
        Request due = waiting == null ? null : request;
        if (waiting != null) {
            waiting.cancel(false);
            waiting = null;
        }
        return due;
    }

    /** Forgets what waits, and whatever comes. */
    synchronized void close() {
        closed = true;
        take();
    }
}
