package io.reloadagent.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who reads a field, itself or by its getter. For one thread until it is handed on. */
public final class Readers {

    private static final int MOST_NAMED = 200;

    private final Map<String, Integer> sites = new LinkedHashMap<>();
    private int unnamed;
    private int total;
    private int atStart;
    private int atConstruction;

    Readers() {}

    void add(String className, Moment moment) {
        total++;
        atStart += moment == Moment.START ? 1 : 0;
        atConstruction += moment == Moment.CONSTRUCTION ? 1 : 0;
        if (sites.containsKey(className) || sites.size() < MOST_NAMED) {
            sites.merge(className, 1, Integer::sum);
        } else {
            unnamed++;
        }
    }

    /** In how many places it is read. */
    public int sites() {
        return total;
    }

    /** In how many classes. */
    public int classes() {
        return sites.size() + unnamed;
    }

    /** The number of places in each class, the one with most first; 200 classes at most. */
    public Map<String, Integer> byClass() {
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(sites.entrySet());
        entries.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        Map<String, Integer> sorted = new LinkedHashMap<>();
        entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(sorted);
    }

    /** Whether it is read when the JVM starts and not again. */
    boolean areAtStart() {
        return total > 0 && atStart == total;
    }

    /** Whether it is read when the JVM starts or objects are made, and not again. */
    boolean areAtConstruction() {
        return total > 0 && atStart + atConstruction == total;
    }

    /** When a place is passed. */
    enum Moment {
        START,
        CONSTRUCTION,
        ANY
    }
}
