package io.reloadagent.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What is remembered of classes. They are known by name and loader: while it is being loaded, a class is nothing else.
 * Keeps neither them nor their loaders alive. Thread-safe.
 *
 * @param <V> immutable
 */
final class PerClass<V> {

    /** By loader, then by name as {@link Class#getName} has it, which costs nothing to look up. Guarded by itself. */
    private final Map<ClassLoader, Map<String, V>> values = new WeakHashMap<>();

    /** Written under the lock of the values. */
    private volatile long changes;

    /** @param className {@code com/acme/Main} */
    void put(ClassLoader loader, String className, V value) {
        String name = className.replace('/', '.');
        synchronized (values) {
            values.computeIfAbsent(loader, unknown -> new HashMap<>()).put(name, value);
            changes++;
        }
    }

    /** How often something was remembered so far. */
    long changes() {
        return changes;
    }

    /** Null for a class of which nothing is known. */
    V get(Class<?> type) {
        synchronized (values) {
            Map<String, V> ofLoader = values.get(type.getClassLoader());
            return ofLoader == null ? null : ofLoader.get(type.getName());
        }
    }

    /** The loaders of the classes of which something is known, as they are now. */
    List<ClassLoader> loaders() {
        synchronized (values) {
            return new ArrayList<>(values.keySet());
        }
    }

    /** What is known of one loader's classes, as it is now. */
    List<V> of(ClassLoader loader) {
        synchronized (values) {
            Map<String, V> ofLoader = values.get(loader);
            return ofLoader == null ? new ArrayList<>() : new ArrayList<>(ofLoader.values());
        }
    }
}
