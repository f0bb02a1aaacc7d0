package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The paths at and beneath which fields may follow of classes that are loaded, and whose fields were not looked at yet. Thread-safe. */
final class ExpectedPaths {

    /** By the name of the class. */
    private final Map<String, Set<Path>> paths = new ConcurrentHashMap<>();

    void add(String className, Path path) {
        paths.computeIfAbsent(className, any -> ConcurrentHashMap.newKeySet()).add(path);
    }

    void remove(String className) {
        paths.remove(className);
    }

    boolean mayBind(Path path) {
        return paths.values().stream().anyMatch(some -> some.stream().anyMatch(path::startsWith));
    }
}
