package io.reloadagent.instrument;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** The classes whose byte code was changed. Keeps neither them nor their loaders alive. Thread-safe. */
final class ChangedClasses {

    /** Names, {@code com/acme/Main}: while it is being loaded, a class is nothing else. Guarded by itself. */
    private final Map<ClassLoader, Set<String>> names = new WeakHashMap<>();

    void add(ClassLoader loader, String className) {
        synchronized (names) {
            names.computeIfAbsent(loader, unknown -> new HashSet<>()).add(className);
        }
    }

    boolean include(Class<?> type) {
        synchronized (names) {
            Set<String> ofLoader = names.get(type.getClassLoader());
            return ofLoader != null && ofLoader.contains(type.getName().replace('.', '/'));
        }
    }
}
