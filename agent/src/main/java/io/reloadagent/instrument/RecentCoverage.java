package io.reloadagent.instrument;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Looks for the coverage of fields, which means a walk over all loaded classes, no more often than it can have changed: many
 * may ask for the status at once, and the application pays for it. Thread-safe.
 */
final class RecentCoverage {

    /**
     * How long it is kept though no class was changed since: a class counts only when the JVM has loaded it, a read only when
     * it was resolved, and the JVM tells of neither.
     */
    static final Duration KEPT = Duration.ofMillis(250);

    private final Supplier<List<FieldCoverage>> look;
    private final LongSupplier changes;
    private final LongSupplier nanoTime;

    /** Weak, as it holds classes that the application may want to let go. */
    private volatile WeakReference<Found> last = new WeakReference<>(null);

    /**
     * Has found nothing yet.
     *
     * @param look finds it
     * @param changes a number that is another one after each change that is known of
     * @param nanoTime {@link System#nanoTime}
     */
    RecentCoverage(Supplier<List<FieldCoverage>> look, LongSupplier changes, LongSupplier nanoTime) {
        this.look = look;
        this.changes = changes;
        this.nanoTime = nanoTime;
    }

    /** What holds now, or held at most {@link #KEPT} ago. */
    List<FieldCoverage> get() {
        Found found = last.get();
        long now = nanoTime.getAsLong();
        long change = changes.getAsLong();
        if (found == null || found.change != change || now - found.since >= KEPT.toNanos()) {
            found = new Found(look.get(), change, now);
            last = new WeakReference<>(found);
        }
        return found.fields;
    }

    private static final class Found {

        final List<FieldCoverage> fields;
        final long change;
        final long since;

        Found(List<FieldCoverage> fields, long change, long since) {
            this.fields = fields;
            this.change = change;
            this.since = since;
        }
    }
}
