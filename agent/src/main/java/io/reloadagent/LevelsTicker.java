package io.reloadagent;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Has levels given again: in quick succession when a logging library comes, as it takes a while until that is initialised, and often
 * configured anew; then now and then, as long as the sources have any levels. Thread-safe.
 */
final class LevelsTicker {

    private static final Duration SHORTEST = Duration.ofMillis(20);

    private final Runnable give;
    private final BooleanSupplier any;
    private final ScheduledExecutorService thread;
    private final Duration longest;
    /** Confined to the thread. */
    private Duration pause = SHORTEST;
    /** Null if none is due. Confined to the thread. */
    private Future<?> next;
    /** Written by whoever stops the agent. */
    private volatile boolean closed;

    /**
     * @param give is run on the thread, and returns at once
     * @param any whether there is anything to give
     * @param thread runs one task at a time
     * @param longest the longest pause
     */
    LevelsTicker(Runnable give, BooleanSupplier any, ScheduledExecutorService thread, Duration longest) {
        this.give = give;
        this.any = any;
        this.thread = thread;
        this.longest = longest;
    }

    /** Begins anew with a short pause; returns at once. */
    void soon() {
        thread.execute(() -> {
            pause = SHORTEST;
            schedule();
        });
    }

    private void schedule() {
        if (next != null) {
            next.cancel(false);
        }
        next = closed || !any.getAsBoolean()
                ? null
                : thread.schedule(this::tick, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void tick() {
        next = null;
        give.run();
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(longest) > 0 ? longest : twice;
        schedule();
    }

    void close() {
        closed = true;
    }
}
