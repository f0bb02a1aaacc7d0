package com.acme.instances;

/** Knows nothing of the agent; a rule tells its objects apart by their names. No two of them may be compared. */
public class Pool {

    private static int limit = 100;

    private final String name;
    private final int seenByConstructor;
    private int maxConns = 5;
    private String mode = "calm";

    public Pool(String name) {
        this.name = name;
        this.seenByConstructor = maxConns;
    }

    public void setMaxConns(int maxConns) {
        this.maxConns = maxConns;
    }

    public int seenByConstructor() {
        return seenByConstructor;
    }

    @Override
    public final boolean equals(Object other) {
        throw new IllegalStateException("pools must not be compared");
    }

    @Override
    public final int hashCode() {
        throw new IllegalStateException("pools must not be compared");
    }

    @Override
    public String toString() {
        return maxConns + " " + mode + " " + limit;
    }

    String name() {
        return name;
    }
}
