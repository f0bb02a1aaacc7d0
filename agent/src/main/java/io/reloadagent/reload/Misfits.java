package io.reloadagent.reload;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the sources held when the agent started, or a field was first read, and could not be put in force: forgotten when a reload
 * succeeds, as every value fits then. Thread-safe.
 */
public final class Misfits {

    private static final int MOST = 20;

    /** Guarded by this. */
    private final Set<String> problems = new LinkedHashSet<>();

    /** None. */
    public Misfits() {}

    /** Adds one, unless there are very many. */
    public synchronized void add(String problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        }
    }

    synchronized void clear() {
        problems.clear();
    }

    synchronized List<String> list() {
        return new ArrayList<>(problems);
    }
}
