package io.reloadagent.field;

import java.util.function.Supplier;

/**
 * Has one thread see one version, from when it is made until it is closed, by that thread. Types of the JDK, for the
 * application's copy of the API: closing ends it, and what {@link #get} returns takes the same view on another thread.
 */
public final class Pin implements AutoCloseable, Supplier<Supplier<AutoCloseable>> {

    private final Versions versions;
    private final View view;
    private final Pin outer;
    private final Edition edition;

    /** Confined to the thread. */
    private boolean closed;

    Pin(Versions versions, View view, Pin outer, Edition edition) {
        this.versions = versions;
        this.view = view;
        this.outer = outer;
        this.edition = edition;
    }

    Edition edition() {
        return edition;
    }

    Pin outer() {
        return outer;
    }

    boolean isClosed() {
        return closed;
    }

    /** Hands the view on: each call of what is returned has the thread that calls it see the version, until that is closed. */
    @Override
    public Supplier<AutoCloseable> get() {
        edition.handOn();
        return () -> versions.enter(edition);
    }

    /**
     * Has the thread see again what it saw before. Closing twice has no effect.
     *
     * @throws IllegalStateException if another thread closes it
     */
    @Override
    public void close() {
        if (!view.isOf(Thread.currentThread())) {
            throw new IllegalStateException(
                    "a pinned scope is closed by the thread that opened it; hand it on by wrapping"
                            + " what the other thread is to run");
        }
        closed = true;
        view.unpin();
    }
}
