package io.reloadagent.reload;

import io.reloadagent.source.Snapshot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps a content of the sources that failed from being tried again before a while has passed: a circuit breaker, whose wait doubles with
 * each failure of the same content. When the wait is over, the next request is the probe. Another content may be tried at any time. Thread-safe.
 */
final class Breaker {

    /** So many contents that failed are told apart, the latest: each is as large as the sources are. */
    private static final int MOST_CONTENTS = 4;

    private final Duration base;
    private final Duration cap;
    private final LongSupplier nanoTime;

    /** What failed, the last one last; null stands for what could not even be read. Guarded by this. */
    private final Map<Snapshot, Wait> waits = new LinkedHashMap<>();

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
        Wait before = waits.remove(content);
        Duration next = before == null ? base : before.length.multipliedBy(2);
        Duration length = next.compareTo(cap) > 0 ? cap : next;
        waits.put(content, new Wait(length, nanoTime.getAsLong() + length.toNanos(), why));
        if (waits.size() > MOST_CONTENTS) {
            waits.remove(waits.keySet().iterator().next());
        }
    }

    /** Closes, after a success or by hand. */
    synchronized void close() {
        waits.clear();
    }

    /** How long a content has to wait before it may be tried; zero if it may now. */
    synchronized Duration left(Snapshot content) {
        return left(waits.get(content));
    }

    /** How long something that failed has to wait; zero if nothing need. */
    synchronized Duration left() {
        return waits.values().stream().map(this::left).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private Duration left(Wait wait) {
        long nanos = wait == null ? 0 : wait.end - nanoTime.getAsLong();
        return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
    }

    /** Why a content has to wait; null if it failed never, or too long ago. */
    synchronized String cause(Snapshot content) {
        Wait wait = waits.get(content);
        return wait == null ? null : wait.cause;
    }

    private static final class Wait {

        private final Duration length;

        /** By the monotonic clock. */
        private final long end;

        private final String cause;

        Wait(Duration length, long end, String cause) {
            this.length = length;
            this.end = end;
            this.cause = cause;
        }
    }
}
