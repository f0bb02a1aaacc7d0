package io.reloadagent.reload;

/** Callbacks that ask for a reload, whose callbacks ask for a reload: a chain that would never end is cut. */
final class Chain {

    /** A reload, and so many that each was asked for by a callback of the one before. */
    static final int LONGEST = 8;

    static final String TOO_LONG =
            "it was asked for within a callback of a reload that was itself asked for within a callback,"
                    + " and so on, " + LONGEST + " times in a row; the chain ends here";

    /** How long the chain is to which the callback on this thread belongs; unset on threads that run none. */
    private static final ThreadLocal<Integer> DEPTH = new ThreadLocal<>();

    private Chain() {}

    /** Marks the current thread, which runs callbacks of one reload only, until it ends. */
    static void enter(int depth) {
        DEPTH.set(depth);
    }

    /** Of a request that the current thread makes. */
    static int depth() {
        Integer depth = DEPTH.get();
        return depth == null ? 0 : depth + 1;
    }

    static boolean isTooLong(Request request) {
        return request.depth() > LONGEST;
    }
}
