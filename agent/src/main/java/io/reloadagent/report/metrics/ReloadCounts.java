package io.reloadagent.report.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts reloads by what asked for them and how they ended. A dry run is not to be counted: nothing happens by it. Written by
 * the thread that reloads, read by any.
 */
public final class ReloadCounts {

    private final Map<Kind, LongAdder> attempts = new ConcurrentHashMap<>();
    private final Map<Kind, LongAdder> failures = new ConcurrentHashMap<>();
    private final DurationCounts durations = new DurationCounts();
    private volatile Instant lastSuccess;

    /** Counts a request that was refused before anything was tried. */
    public void refusedAtOnce(String trigger, String outcome) {
        count(attempts, new Kind(trigger, outcome));
    }

    /** Counts a reload that reached what was asked for, or found it in force already. */
    public void succeeded(String trigger, String outcome, Duration duration, Instant ended) {
        count(attempts, new Kind(trigger, outcome));
        durations.add(duration);
        lastSuccess = ended;
    }

    /** Counts a reload that was tried and failed. */
    public void failed(String trigger, String outcome, Duration duration) {
        Kind kind = new Kind(trigger, outcome);
        count(attempts, kind);
        count(failures, kind);
        durations.add(duration);
    }

    private static void count(Map<Kind, LongAdder> counts, Kind kind) {
        counts.computeIfAbsent(kind, first -> new LongAdder()).increment();
    }

    /** All requests that have ended. */
    public long attempts() {
        return sum(attempts);
    }

    /** Those among them that were tried and failed. */
    public long failures() {
        return sum(failures);
    }

    private static long sum(Map<Kind, LongAdder> counts) {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    Instant lastSuccess() {
        return lastSuccess;
    }

    DurationCounts durations() {
        return durations;
    }

    /** In a constant order. */
    Map<Kind, Long> attemptsByKind() {
        return copy(attempts);
    }

    /** In a constant order. */
    Map<Kind, Long> failuresByKind() {
        return copy(failures);
    }

    private static Map<Kind, Long> copy(Map<Kind, LongAdder> counts) {
        Map<Kind, Long> copy = new TreeMap<>();
        counts.forEach((kind, count) -> copy.put(kind, count.sum()));
        return copy;
    }
}
