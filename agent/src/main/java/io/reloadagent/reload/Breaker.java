package io.reloadagent.reload;

import io.reloadagent.source.Snapshot;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Keeps a content of the sources that failed from being tried again before a while has passed: a circuit breaker, whose wait doubles with
 * each failure in a row. When the wait is over, the next request is the probe. Another content may be tried at any time. Thread-safe.
 */
final class Breaker {

    private final Duration base;
    private final Duration cap;
    private final LongSupplier nanoTime;

    /** The last wait; zero while closed. Guarded by this. */
    private Duration wait = Duration.ZERO;

    /** When the wait ends, by the monotonic clock. Guarded by this. */
    private long end;

    /** What failed last; null if it could not even be read. Guarded by this. */
    private Snapshot failed;

    /** Guarded by this; null while closed. */
    private String cause;

    /**
     * Creates a closed one.
     *
     * @param base how long to wait after a first failure; zero to never wait
     * @param cap the longest wait
     * @param nanoTime the monotonic clock
     */
    Breaker(Duration base, Duration cap, LongSupplier nanoTime) {
        this.base = base;
        this.cap = cap;
        this.nanoTime = nanoTime;
    }

    /** Remembers a failure, and opens. */
    synchronized void failed(Snapshot content, String why) {
        Duration next = wait.isZero() ? base : wait.multipliedBy(2);
        wait = next.compareTo(cap) > 0 ? cap : next;
        end = nanoTime.getAsLong() + wait.toNanos();
        failed = content;
        cause = why;
    }

    /** Closes, after a success or by hand. */
    synchronized void close() {
        wait = Duration.ZERO;
        failed = null;
        cause = null;
    }

    /** How long a content has to wait before it may be tried; zero if it may now. */
    synchronized Duration left(Snapshot content) {
        return Objects.equals(content, failed) ? left() : Duration.ZERO;
    }

    /** How long what failed last has to wait; zero if it need not. */
    synchronized Duration left() {
        long nanos = wait.isZero() ? 0 : end - nanoTime.getAsLong();
        return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
    }

    /** Why it opened; null while it is closed. */
    synchronized String cause() {
        return cause;
    }
}
