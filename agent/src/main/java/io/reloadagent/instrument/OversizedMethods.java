package io.reloadagent.instrument;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The methods of one class that are left as they are, because they would grow too much. Not thread-safe. */
final class OversizedMethods {

    private final Map<MethodName, String> limits = new LinkedHashMap<>();

    /** Remembers a method, and the limit that it would grow past; returns whether it was not known. */
    boolean add(MethodName method, String limit) {
        return limits.putIfAbsent(method, limit) == null;
    }

    boolean contains(MethodName method) {
        return limits.containsKey(method);
    }

    int count() {
        return limits.size();
    }

    void report(BiConsumer<String, Throwable> failed) {
        limits.forEach((method, limit) -> failed.accept(
                method.toString(),
                new UnsupportedOperationException("with its reads followed, it would grow past " + limit
                        + "; it keeps reading the fields' own values")));
    }
}
