package io.reloadagent.apply;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The living objects of one class and its subclasses. The application's threads add to it, without a lock and with no more than the entry;
 * all else is done by the agent's. Thread-safe.
 */
final class LiveInstances {

    private final AtomicReference<LiveInstance> newest = new AtomicReference<>();

    /**
     * Called in the application's thread, when a constructor of the class has ended. Constructors that end with the call of another one make
     * two such calls, right behind each other.
     */
    void add(Object instance, ReferenceQueue<Object> collected) {
        LiveInstance last = newest.get();
        if (last == null || last.get() != instance) {
            push(new LiveInstance(instance, collected));
        }
    }

    private void push(LiveInstance entry) {
        LiveInstance before;
        do {
            before = newest.get();
            entry.next = before;
        } while (!newest.compareAndSet(before, entry));
    }

    /** The living, each once, in the order in which they came. */
    synchronized List<LiveInstance> list() {
        List<LiveInstance> entries = new ArrayList<>();
        for (LiveInstance entry = newest.get(); entry != null; entry = entry.next) {
            entries.add(entry);
        }
        Collections.reverse(entries);
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<LiveInstance> living = new ArrayList<>();
        for (LiveInstance entry : entries) {
            Object instance = entry.get();
            if (instance != null && seen.add(instance)) {
                living.add(entry); // the first of two, between which another thread's came
            }
        }
        return living;
    }

    /** Forgets the dead: all but a newest one, which the next to come stands upon. */
    synchronized void prune() {
        LiveInstance kept = newest.get();
        while (kept != null) {
            LiveInstance next = kept.next;
            while (next != null && next.get() == null) {
                next = next.next;
            }
            kept.next = next;
            kept = next;
        }
    }
}
