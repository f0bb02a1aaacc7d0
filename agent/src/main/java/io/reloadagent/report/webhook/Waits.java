package io.reloadagent.report.webhook;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The waits between attempts: each twice as long as the one before, and of each a random part between a half and all, so that
 * many JVMs do not come back at one instant. Immutable.
 */
final class Waits {

    /** How often an event is sent at most. */
    static final int ATTEMPTS = 5;

    /** The longest first wait. */
    static final Duration FIRST = Duration.ofSeconds(1);

    private final Duration first;

    Waits(Duration first) {
        this.first = first;
    }

    /** How long to wait before an attempt, counted from 1; before the first, and after the last, not at all. */
    Duration before(int attempt) {
        if (attempt < 2 || attempt > ATTEMPTS) {
            return Duration.ZERO;
        }
        long longest = first.toNanos() << (attempt - 2);
        return Duration.ofNanos(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }
}
