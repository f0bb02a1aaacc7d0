package io.reloadagent.reload;

import java.time.Duration;

/** A moment on the monotonic clock, by which something must have ended. Immutable. */
final class Deadline {

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** The earlier of this deadline and one that is so far from now. */
    Deadline atMostIn(Duration duration) {
        return duration.compareTo(left()) < 0 ? in(duration) : this;
    }

    /** What is left; not negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** By {@link System#nanoTime}. */
    long nanoTime() {
        return nanos;
    }
}
