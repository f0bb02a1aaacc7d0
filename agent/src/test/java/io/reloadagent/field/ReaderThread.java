package io.reloadagent.field;

/** Keeps a reader reading until it is told to finish. */
final class ReaderThread {

    private static final int SWEEPS_AT_ONCE = 100;

    private final FieldReader reader;
    private final Thread thread = new Thread(this::read, "reader");

    /** Written by the reading thread, read by the swapping one. */
    private volatile long sweeps;

    /** Written by the reading thread; read when that has ended. */
    private long stale;

    /** Written by the swapping thread, read by the reading one. */
    private volatile boolean finished;

    ReaderThread(FieldReader reader) {
        this.reader = reader;
    }

    /** Reads once, in the caller's thread, before this one is started. */
    void link() {
        reader.sweep(1);
    }

    void start() {
        thread.start();
    }

    private void read() {
        long done = 0;
        while (!finished) {
            stale += reader.sweep(SWEEPS_AT_ONCE);
            done += SWEEPS_AT_ONCE;
            sweeps = done;
        }
    }

    long sweeps() {
        return sweeps;
    }

    /** Ends the thread, and tells how many of its reads returned less than an earlier one. */
    long finish() {
        finished = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while a reader finishes", e);
        }
        return stale;
    }
}
