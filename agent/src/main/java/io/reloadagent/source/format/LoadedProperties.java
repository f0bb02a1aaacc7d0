package io.reloadagent.source.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Remembers what is loaded in its order, and what is loaded twice; not more than can be used, for a file may hold far more. For one thread. */
final class LoadedProperties extends Properties {

    private static final long serialVersionUID = 1;

    private final transient List<String> keys = new ArrayList<>();
    private final transient List<String> values = new ArrayList<>();

    private final int most;

    /** @param most how many entries it remembers; it forgets those that follow */
    LoadedProperties(int most) {
        this.most = most;
    }

    /** What {@link #load} calls for each key that it has read. */
    @Override
    public synchronized Object put(Object key, Object value) {
        if (keys.size() < most) {
            keys.add((String) key);
            values.add((String) value);
        }
        return null;
    }

    @Override
    public synchronized int size() {
        return keys.size();
    }

    synchronized String key(int index) {
        return keys.get(index);
    }

    synchronized String value(int index) {
        return values.get(index);
    }

    @Override
    public synchronized boolean equals(Object other) {
        return this == other;
    }

    @Override
    public synchronized int hashCode() {
        return System.identityHashCode(this);
    }
}
