package io.reloadagent.field;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Spreads over time what the application's threads would feel. To give the site of a compiled read another target has the
 * JVM throw the compiled code away, and stops its threads for that; the code runs interpreted until it is compiled again. How
 * long a target takes tells how much code hung on it, and so it is time that is budgeted, not the number of cells: fields that
 * nobody reads often cost nothing and do not wait.
 */
final class Pace {

    private static final Pace OF_THIS_JVM = new Pace(System::nanoTime, LockSupport::parkNanos);

    /** The longest that is done in one go. */
    private static final long BURST_NANOS = Duration.ofMillis(2).toNanos();

    /** The longest that all rests together may delay what has to be done before it can go on. */
    private static final long MOST_REST_NANOS = Duration.ofMillis(500).toNanos();

    private final LongSupplier nanoTime;
    private final LongConsumer rest;

    Pace(LongSupplier nanoTime, LongConsumer rest) {
        this.nanoTime = nanoTime;
        this.rest = rest;
    }

    static Pace ofThisJvm() {
        return OF_THIS_JVM;
    }

    /** Does something with all cells, in bursts; after each it rests for as long as the burst took. */
    <T> void all(Collection<T> cells, Consumer<T> step) {
        long restLeft = MOST_REST_NANOS;
        Iterator<T> left = cells.iterator();
        while (left.hasNext()) {
            long begin = nanoTime.getAsLong();
            burst(left, step);
            long pause = Math.min(nanoTime.getAsLong() - begin, restLeft);
            if (left.hasNext() && pause > 0) {
                rest.accept(pause);
                restLeft -= pause;
            }
        }
    }

    /** Does something with as many cells as one burst allows, at least one; returns them. */
    <T> List<T> burst(Collection<T> cells, Consumer<T> step) {
        return burst(cells.iterator(), step);
    }

    private <T> List<T> burst(Iterator<T> left, Consumer<T> step) {
        List<T> done = new ArrayList<>();
        long begin = nanoTime.getAsLong();
        while (left.hasNext() && (done.isEmpty() || nanoTime.getAsLong() - begin < BURST_NANOS)) {
            T cell = left.next();
            step.accept(cell);
            done.add(cell);
        }
        return done;
    }
}
