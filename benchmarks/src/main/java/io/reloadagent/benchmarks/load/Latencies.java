package io.reloadagent.benchmarks.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long something took, each time. Thread-safe. */
final class Latencies {

    private static final double NANOS_A_MILLI = 1e6;

    private final List<Long> nanos = new ArrayList<>();

    synchronized void add(long taken) {
        nanos.add(taken);
    }

    synchronized int count() {
        return nanos.size();
    }

    /** In milliseconds; 0 if there are none. */
    synchronized double quantile(double share) {
        if (nanos.isEmpty()) {
            return 0;
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / NANOS_A_MILLI;
    }
}
