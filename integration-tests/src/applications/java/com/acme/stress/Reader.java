package com.acme.stress;

import java.util.function.IntSupplier;

/**
 * Reads two numbers that only ever increase, without a pause, and counts how often one is less than a number read before.
 * There are too many suppliers for the JVM to inline them into their caller: each is compiled apart, and leaves a number
 * that was built in at a time of its own.
 */
final class Reader extends Thread {

    private static final int SWEEPS_AT_ONCE = 100;

    private final SecondSettings second = new SecondSettings();

    /** Each field is read after the other one, and after itself. */
    private final IntSupplier[] sites = {() -> FirstSettings.number, () -> second.number, () -> FirstSettings.number};

    /** Written by this thread; read when it has ended. */
    private int newest;

    /** Written by this thread; read when it has ended. */
    private long stale;

    /** Written by this thread, read by the one that reloads. */
    private volatile long sweeps;

    /** Written by the thread that reloads, read by this one. */
    private volatile boolean finished;

    Reader() {
        super("reader");
    }

    @Override
    public void run() {
        long done = 0;
        while (!finished) {
            stale += sweep(SWEEPS_AT_ONCE);
            done += SWEEPS_AT_ONCE;
            sweeps = done;
        }
    }

    private long sweep(int times) {
        long found = 0;
        for (int i = 0; i < times; i++) {
            for (IntSupplier site : sites) {
                int number = site.getAsInt();
                if (number < newest) {
                    found++;
                } else {
                    newest = number;
                }
            }
        }
        return found;
    }

    /** How often every site was read so far. */
    long sweeps() {
        return sweeps;
    }

    void finish() throws InterruptedException {
        finished = true;
        join();
    }

    /** The greatest number read. */
    int newest() {
        return newest;
    }

    /** How many reads returned less than an earlier one, of the same or of the other field. */
    long stale() {
        return stale;
    }
}
