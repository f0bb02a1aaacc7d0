package io.reloadagent.store;

import java.util.Locale;

/**
 * Ends the JVM at once, as SIGKILL would, at one step of a reload that the system property {@code io.reloadagent.test.halt-at} names: for
 * tests of what is left behind. Without the property, which is read once, it is a comparison with a constant.
 */
public final class HaltPoint {

    private static final String STEP = System.getProperty("io.reloadagent.test.halt-at");

    private static final int KILLED = 137;

    private HaltPoint() {}

    /** Tells that an entry's file has got so far: {@code version synced}, say. */
    static void reached(EntryName name, String step) {
        if (STEP != null) {
            reached(name.kind().name().toLowerCase(Locale.ROOT) + ' ' + step);
        }
    }

    /** Tells that a step is reached; returns unless it is the one. */
    public static void reached(String step) {
        if (STEP != null && STEP.equals(step)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
