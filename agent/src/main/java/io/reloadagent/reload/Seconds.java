package io.reloadagent.reload;

import java.time.Duration;

/** Durations for people and for {@code Retry-After}. */
public final class Seconds {

    private Seconds() {}

    /** Whole seconds, rounded up: who comes back then is not too early. */
    public static long of(Duration duration) {
        return (duration.toMillis() + 999) / 1000;
    }
}
