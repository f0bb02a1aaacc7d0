package io.reloadagent.benchmarks.loading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What a table says of several measurements of the same. */
public final class Spread {

    private Spread() {}

    /** The median, and in brackets the middle half. */
    public static String of(List<Double> values) {
        return String.format(
                Locale.ROOT, "%.2f (%.2f–%.2f)", quantile(values, 0.5), quantile(values, 0.25), quantile(values, 0.75));
    }

    /** The value that this share of them does not exceed, between two of them if need be. */
    public static double quantile(List<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        double position = share * (sorted.size() - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
    }
}
