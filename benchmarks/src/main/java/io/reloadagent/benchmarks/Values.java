package io.reloadagent.benchmarks;

/** What the fields hold themselves, and what the source has for them. */
final class Values {

    /** Every field's own value. */
    static final int OWN = 3;

    /** What the source has instead, when the JVM starts. */
    static final int SOURCE = 7;

    /** The same of flags. The source has the same, so that no branch is taken more often than another. */
    static final boolean OWN_FLAG = true;

    /** The same of texts; that of the source is longer. */
    static final String OWN_TEXT = "own";

    private Values() {}

    /** Fails the benchmark unless a read returns what it is to measure. */
    static void check(String read, int value, int expected) {
        if (value != expected) {
            throw new IllegalStateException(read + " is " + value + " instead of " + expected
                    + ": run it by benchmarks/run.sh, which installs the agent");
        }
    }
}
