package com.acme.late;

import java.util.function.Supplier;

/** A method that creates the object whose field it reads, and never returns, as many a {@code main} does. */
public class Loop implements Runnable, Supplier<Integer> {

    private volatile int seen;

    /** Loads the class, and reads on. */
    @Override
    public void run() {
        Generated settings = new Generated();
        while (true) {
            seen = settings.size;
        }
    }

    /** What was read last. */
    @Override
    public Integer get() {
        return seen;
    }
}
