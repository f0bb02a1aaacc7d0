package io.reloadagent.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The entries that are still to be written, oldest first. Guarded by the store that has it. */
final class Waiting {

    /** Of entries that wait for a disk to recover. */
    private static final int MOST = 2 * Retention.MOST;

    private final TreeMap<EntryName, Supplier<Entry>> entries = new TreeMap<>();

    /** Waits for the moment that it was put off to, or for the next entry; null names nothing. */
    private EntryName deferred;

    private Supplier<Entry> deferredContent;

    private long lost;

    /** Takes an entry, in place of an earlier content of it. One too many, and the oldest is given up. */
    void put(EntryName name, Supplier<Entry> content) {
        takeDeferred();
        entries.put(name, content);
        if (entries.size() > MOST) {
            entries.pollFirstEntry();
            lost++;
        }
    }

    /** Keeps an entry apart until {@link #takeDeferred}, or until the next one is put. */
    void defer(EntryName name, Supplier<Entry> content) {
        deferred = name;
        deferredContent = content;
    }

    void takeDeferred() {
        if (deferred != null) {
            entries.put(deferred, deferredContent);
        }
        deferred = null;
        deferredContent = null;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int size() {
        return entries.size();
    }

    boolean contains(EntryName name) {
        return entries.containsKey(name);
    }

    /** Null if there is none. */
    Map.Entry<EntryName, Supplier<Entry>> first() {
        return entries.firstEntry();
    }

    /** Forgets an entry, unless there is a later content of it. */
    void remove(Map.Entry<EntryName, Supplier<Entry>> entry) {
        entries.remove(entry.getKey(), entry.getValue());
    }

    /** Nothing can be made of an entry. */
    void giveUp() {
        lost++;
    }

    /** How many entries were given up. */
    long lost() {
        return lost;
    }

    void clear() {
        entries.clear();
        deferred = null;
        deferredContent = null;
    }
}
