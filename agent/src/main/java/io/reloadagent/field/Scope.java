package io.reloadagent.field;

/** The thread that sees the candidate of a swap instead of the version in force: the one that runs a callback. */
final class Scope {

    /** Written by the coordinator before and after each callback; read by every thread that reads an open cell. */
    private volatile Thread viewer;

    boolean includes(Thread thread) {
        return viewer == thread;
    }

    void enter(Thread thread) {
        viewer = thread;
    }

    void close() {
        viewer = null;
    }
}
