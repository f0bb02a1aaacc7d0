package io.reloadagent.trigger;

import io.reloadagent.report.Events;
import io.reloadagent.report.metrics.Readings;
import io.reloadagent.report.metrics.ReloadCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An agent of which is measured what the test wants. */
final class FixedReadings implements Readings {

    private final ReloadCounts counts = new ReloadCounts();
    private final Events events;

    FixedReadings(Events events) {
        this.events = events;
        counts.succeeded("http", "applied", Duration.ofMillis(40), Instant.ofEpochSecond(1_800_000_000));
        counts.failed("file", "rolled_back", Duration.ofSeconds(3));
        counts.refusedAtOnce("jmx", "backing_off");
    }

    @Override
    public ReloadCounts reloads() {
        return counts;
    }

    @Override
    public long version() {
        return 7;
    }

    @Override
    public Duration backingOff() {
        return Duration.ofMillis(1500);
    }

    @Override
    public int drift() {
        return 2;
    }

    @Override
    public int abandonedThreads() {
        return 1;
    }

    @Override
    public SortedMap<String, Long> droppedEvents() {
        return events.droppedByName();
    }

    @Override
    public SortedMap<String, Long> sites() {
        return new TreeMap<>(Map.of("settled", 12L, "slow", 3L));
    }
}
