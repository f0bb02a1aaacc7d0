package io.reloadagent.trigger;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Has something made once for all who ask for it at about the same time: it is made for one asker after another, and who asks while it is being
 * made waits for the next, with all the others that do. So nobody gets what was made from before he asked, and many askers cost little more than
 * one. Thread-safe.
 */
final class Shared<T> {

    /** What is made. */
    interface Maker<T> {
        T make() throws IOException;
    }

    private final Maker<T> maker;
    private final ReentrantLock making = new ReentrantLock(true);

    /** How often it was begun. */
    private final AtomicLong begun = new AtomicLong();

    private T latest;

    Shared(Maker<T> maker) {
        this.maker = maker;
    }

    T get() throws IOException {
        long before = begun.get();
        making.lock();
        try {
            // What was begun by another after this one asked, and is done: the lock is free.
            if (begun.get() == before || latest == null) {
                begun.incrementAndGet();
                latest = null;
                latest = maker.make();
            }
            return latest;
        } finally {
            making.unlock();
        }
    }
}
