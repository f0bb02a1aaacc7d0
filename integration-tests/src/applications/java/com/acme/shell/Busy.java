package com.acme.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A thread that does nothing but read, and remembers, in order, each value that differs from the one before. */
public final class Busy extends Thread {

    private static final int BREATH_ROUNDS = 500;
    private static final long BREATH_NANOS = 2_000_000;

    private final Map<String, Reading> readings = new LinkedHashMap<>();

    public Busy() {
        super("busy");
        setDaemon(true);
    }

    /** Adds something to read; before the thread is started. */
    public Busy reading(String name, Supplier<?> read) {
        readings.put(name, new Reading(read));
        return this;
    }

    public Busy begin() {
        start();
        return this;
    }

    @Override
    public void run() {
        Reading[] all = readings.values().toArray(new Reading[0]);
        for (long round = 1; true; round++) {
            for (Reading reading : all) {
                reading.read();
            }
            if (round % BREATH_ROUNDS == 0) {
                LockSupport.parkNanos(BREATH_NANOS);
            }
        }
    }

    /** All that was read so far under a name. */
    public List<String> seen(String name) {
        return new ArrayList<>(readings.get(name).seen);
    }

    /** The names, each with all that was read under it: {@code name=[1, 2]}. */
    public List<String> seenAll() {
        List<String> all = new ArrayList<>();
        readings.forEach((name, reading) -> all.add(name + "=" + reading.seen));
        return all;
    }

    private static final class Reading {

        private final Supplier<?> read;
        private final List<String> seen = new CopyOnWriteArrayList<>();
        private Object last = this;

        Reading(Supplier<?> read) {
            this.read = read;
        }

        void read() {
            Object now = read.get();
            if (now == null ? last != null : !now.equals(last)) {
                seen.add(String.valueOf(now));
                last = now;
            }
        }
    }
}
