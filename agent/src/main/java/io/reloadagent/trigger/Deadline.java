package io.reloadagent.trigger;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Cuts a connection off that takes too long, reading or writing. Used by one thread at a time. */
final class Deadline {

    /** Null if it never ends. */
    private final ScheduledExecutorService clock;

    private final Duration limit;
    private final Runnable cutOff;
    private ScheduledFuture<?> pending;

    /**
     * Not running yet.
     *
     * @param cutOff closes the connection; called by the clock's thread
     */
    Deadline(ScheduledExecutorService clock, Duration limit, Runnable cutOff) {
        this.clock = clock;
        this.limit = limit;
        this.cutOff = cutOff;
    }

    /** For what needs none: nobody is waited for. */
    static Deadline none() {
        return new Deadline(null, Duration.ZERO, () -> {});
    }

    /** Counts from now, and from now only. */
    void start() {
        start(limit);
    }

    /** The same with another limit. */
    void start(Duration other) {
        stop();
        if (clock == null) {
            return;
        }
        pending = clock.schedule(cutOff, other.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Lets the connection take its time. */
    void stop() {
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
