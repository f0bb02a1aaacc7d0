package io.reloadagent.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was left aside, and why. For one thread until it is handed on. */
public final class Notes {

    private static final int MOST_NAMED = 100;

    private final List<String> skipped = new ArrayList<>();
    private int skippedCount;
    private int duplicates;
    private int versioned;
    private String incomplete;

    Notes() {}

    void skip(String entry, String why) {
        if (++skippedCount <= MOST_NAMED) {
            skipped.add(entry + ": " + why);
        }
    }

    void addDuplicate() {
        duplicates++;
    }

    void addVersioned() {
        versioned++;
    }

    void end(String why) {
        incomplete = why;
    }

    /** Class files and archives that could not be read, with the reason; the first hundred. */
    public List<String> skipped() {
        return Collections.unmodifiableList(skipped);
    }

    /** How many those are in all. */
    public int skippedCount() {
        return skippedCount;
    }

    /** How many class files have the name of one that stands before them. */
    public int duplicates() {
        return duplicates;
    }

    /** How many class files are for newer versions of Java only, {@code META-INF/versions}: the basic ones were read. */
    public int versioned() {
        return versioned;
    }

    /** Why not everything was read; null if it was. */
    public String incomplete() {
        return incomplete;
    }
}
