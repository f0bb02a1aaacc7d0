package com.acme.instances;

import io.reloadagent.api.Dynamic;

/** All objects have the same paths, until one is bound to others. */
@Dynamic("worker")
public final class Worker {

    private static boolean enabled = true;

    private int threads = 1;

    @Dynamic("worker.queue.size")
    private double queueSize = 0.5;

    @Dynamic("common.level")
    private Level level = Level.LOW;

    /** A type of the application. */
    enum Level {
        LOW,
        HIGH
    }

    @Override
    public String toString() {
        return threads + " " + queueSize + " " + level + " " + enabled;
    }
}
