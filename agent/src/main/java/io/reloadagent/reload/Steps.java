package io.reloadagent.reload;

import io.reloadagent.store.HaltPoint;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Measures how long the steps of one reload take. Confined to the coordinator's thread. */
final class Steps {

    private final Map<String, Duration> durations = new LinkedHashMap<>();
    private final Consumer<String> begun;

    /** Null between steps. */
    private String step;

    private long began;

    /** @param begun is told of each step as it begins */
    Steps(Consumer<String> begun) {
        this.begun = begun;
    }

    /** Begins a step, and ends the one before. A step that is done again adds to what it took before. */
    void begin(String next) {
        end();
        step = next;
        HaltPoint.reached(next);
        began = System.nanoTime();
        begun.accept(next);
    }

    void end() {
        if (step != null) {
            durations.merge(step, Duration.ofNanos(System.nanoTime() - began), Duration::plus);
            step = null;
        }
    }

    /** By step, in the order in which they were first begun; unmodifiable. */
    Map<String, Duration> durations() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(durations));
    }
}
