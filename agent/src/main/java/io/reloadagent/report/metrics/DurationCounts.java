package io.reloadagent.report.metrics;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** How long things took, counted in buckets. Thread-safe. */
final class DurationCounts {

    /** The upper bounds of the buckets, in seconds: from a small reload to one that exceeds the default timeout. */
    private static final double[] BOUNDS = {
        0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, Double.POSITIVE_INFINITY
    };

    private static final double NANOS_A_SECOND = 1e9;

    private final LongAdder[] counts = new LongAdder[BOUNDS.length];
    private final LongAdder nanos = new LongAdder();

    DurationCounts() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void add(Duration duration) {
        double seconds = duration.toNanos() / NANOS_A_SECOND;
        int bucket = 0;
        while (seconds > BOUNDS[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        nanos.add(duration.toNanos());
    }

    /** A copy. */
    static double[] bounds() {
        return BOUNDS.clone();
    }

    /** How many fell into each bucket, those of smaller buckets not included. */
    long[] counts() {
        long[] now = new long[counts.length];
        for (int i = 0; i < now.length; i++) {
            now[i] = counts[i].sum();
        }
        return now;
    }

    double seconds() {
        return nanos.sum() / NANOS_A_SECOND;
    }
}
