package io.reloadagent.field;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The views of the threads that have ever pinned anything, by thread. A hash table with open addressing, because to look
 * must neither lock nor allocate, whichever thread does, and must not run a {@code hashCode} of the application. A thread
 * is entered once; those that are gone are left out when the table is replaced.
 */
final class Views {

    private static final int LEAST_CAPACITY = 64;

    /** Fills the free places of a table that is being replaced, so that nobody enters anything there. */
    private static final View MOVED = new View(null);

    /** Replaced under the lock of this object. Of a capacity that is a power of two, and never full. */
    private volatile AtomicReferenceArray<View> table = new AtomicReferenceArray<>(LEAST_CAPACITY);

    /** What a thread sees; null if that is the version in force. */
    Edition seenBy(Thread thread) {
        View view = find(table, thread);
        return view == null ? null : view.edition();
    }

    /** Whether any thread sees a version. */
    boolean anySees(Edition edition) {
        AtomicReferenceArray<View> views = table;
        for (int i = 0; i < views.length(); i++) {
            View view = views.get(i);
            if (view != null && view.sees(edition)) {
                return true;
            }
        }
        return false;
    }

    /** The view of the current thread, entered if it was not. */
    View of(Thread current) {
        View known = find(table, current);
        if (known != null) {
            return known;
        }
        View fresh = new View(current);
        AtomicReferenceArray<View> views = table;
        while (!enter(views, fresh)) {
            grow(views);
            views = table;
        }
        return fresh;
    }

    private static View find(AtomicReferenceArray<View> views, Thread thread) {
        int mask = views.length() - 1;
        int home = home(thread) & mask;
        for (int distance = 0; distance < views.length() / 2; distance++) {
            View view = views.get((home + distance) & mask);
            if (view == null || view == MOVED) {
                return null;
            }
            if (view.isOf(thread)) {
                return view;
            }
        }
        return null;
    }

    /** False if the table is too full, or being replaced. */
    private static boolean enter(AtomicReferenceArray<View> views, View fresh) {
        int mask = views.length() - 1;
        int home = home(fresh.get()) & mask;
        for (int distance = 0; distance < views.length() / 2; distance++) {
            int place = (home + distance) & mask;
            if (views.compareAndSet(place, null, fresh)) {
                return true;
            }
            if (views.get(place) == MOVED) {
                return false;
            }
        }
        return false;
    }

    private synchronized void grow(AtomicReferenceArray<View> full) {
        if (table != full) {
            return;
        }
        int living = 0;
        for (int i = 0; i < full.length(); i++) {
            if (!full.compareAndSet(i, null, MOVED) && full.get(i).get() != null) {
                living++;
            }
        }
        AtomicReferenceArray<View> larger = new AtomicReferenceArray<>(capacity(living));
        for (int i = 0; i < full.length(); i++) {
            View view = full.get(i);
            if (view.get() != null && !enter(larger, view)) {
                throw new IllegalStateException("no place for a thread among " + living);
            }
        }
        table = larger;
    }

    private static int capacity(int living) {
        return Math.max(LEAST_CAPACITY, Integer.highestOneBit(living) * 8);
    }

    private static int home(Thread thread) {
        return System.identityHashCode(thread);
    }
}
