package io.reloadagent.trigger;

import java.util.concurrent.TimeUnit;

/**
 * Rests between looks that follow closely upon each other for long: what is looked at may change all the time. The first few need no
 * rest, so that whoever writes one file and renames it is not kept waiting. For one thread.
 */
final class Rests {

    /** How long one rest is. */
    static final long MILLIS = 50;

    /** So many looks may follow closely upon each other. */
    static final int FREE = 8;

    /** How long it takes until one more look is free. */
    private static final long REGAINED_NANOS = TimeUnit.MILLISECONDS.toNanos(MILLIS);

    private int free = FREE;
    private long since = System.nanoTime();

    /** To be called after each look. */
    void takeIfBusy() throws InterruptedException {
        long regained = (System.nanoTime() - since) / REGAINED_NANOS;
        if (regained > 0) {
            free = (int) Math.min(FREE, free + regained);
            since = System.nanoTime();
        }
        if (free > 0) {
            free--;
        } else {
            TimeUnit.MILLISECONDS.sleep(MILLIS);
            since = System.nanoTime();
        }
    }
}
