package io.reloadagent.source.format;

import io.reloadagent.source.Bound;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;

/**
 * What keeps a small file from becoming a huge tree, and a deep one from ending a thread's stack: the same in every format. Counts what
 * one source holds. For one use by one thread.
 */
final class Limits {

    static final int MAX_DEPTH = 50;

    /** In characters. Parsing a number of any length can be made to take forever. */
    static final int LONGEST_NUMBER = 1_000;

    private int nodes;
    private int deepest;

    /** Counts a value, list or mapping at this depth; the root's is 1. */
    void count(int depth, Origin origin) throws SourceException {
        count(1, depth, origin);
    }

    /** Counts as many at once, the deepest of them at this depth. */
    void count(int more, int depth, Origin origin) throws SourceException {
        nodes += more;
        if (nodes > Bound.VALUES.most()) {
            throw Refusal.at(origin, "more than " + Bound.VALUES + ", aliases included; split the file");
        }
        if (depth > MAX_DEPTH) {
            throw Refusal.at(origin, "nested more than " + MAX_DEPTH + " deep");
        }
        deepest = Math.max(deepest, depth);
    }

    void checkKey(String key, Origin origin) throws SourceException {
        if (key.length() > Bound.LONGEST_KEY) {
            throw Refusal.at(origin, "a key has at most " + Bound.LONGEST_KEY + " characters");
        }
    }

    /** How many were counted. */
    int nodes() {
        return nodes;
    }

    /** The greatest depth since it was {@link #forget forgotten}. */
    int deepest() {
        return deepest;
    }

    /** Looks at what follows as if nothing deeper than this had been seen. */
    void forget(int depth) {
        deepest = depth;
    }
}
