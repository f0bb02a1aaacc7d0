package io.reloadagent.field;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** What one thread sees in place of the version in force. Written by that thread alone; does not keep it alive. */
final class View extends WeakReference<Thread> {

    private static final AtomicReferenceFieldUpdater<View, Pin> INNERMOST =
            AtomicReferenceFieldUpdater.newUpdater(View.class, Pin.class, "innermost");

    /** Null while nothing is pinned. Written by the thread itself, read by the coordinator too. */
    private volatile Pin innermost;

    View(Thread thread) {
        super(thread);
    }

    boolean isOf(Thread thread) {
        return get() == thread;
    }

    /** Null if the thread sees the version in force. */
    Edition edition() {
        Pin pin = innermost;
        return pin == null ? null : pin.edition();
    }

    /** Whether the thread sees a version, or will when it has closed a pin. */
    boolean sees(Edition edition) {
        Thread thread = get();
        if (thread == null || !thread.isAlive()) {
            return false;
        }
        for (Pin pin = innermost; pin != null; pin = pin.outer()) {
            if (pin.edition() == edition) {
                return true;
            }
        }
        return false;
    }

    Pin pin(Versions versions, Edition edition) {
        Pin pin = new Pin(versions, this, innermost, edition);
        innermost = pin;
        return pin;
    }

    /**
     * Goes back to the innermost pin that is still open: they may be closed in any order. Nobody is in a hurry to see that,
     * which spares the processor a fence.
     */
    void unpin() {
        Pin pin = innermost;
        while (pin != null && pin.isClosed()) {
            pin = pin.outer();
        }
        INNERMOST.lazySet(this, pin);
    }
}
