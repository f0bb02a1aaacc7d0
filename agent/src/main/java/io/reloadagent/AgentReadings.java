package io.reloadagent;

import io.reloadagent.reload.Coordinator;
import io.reloadagent.reload.Setup;
import io.reloadagent.report.metrics.Readings;
import io.reloadagent.report.metrics.ReloadCounts;
import java.time.Duration;
import java.util.SortedMap;

/** Measures the parts of the agent. Thread-safe. */
final class AgentReadings implements Readings {

    private final Coordinator coordinator;
    private final Setup setup;
    private final Status status;
    private final Reporting reporting;

    AgentReadings(Coordinator coordinator, Setup setup, Status status, Reporting reporting) {
        this.coordinator = coordinator;
        this.setup = setup;
        this.status = status;
        this.reporting = reporting;
    }

    @Override
    public ReloadCounts reloads() {
        return reporting.counts();
    }

    @Override
    public long version() {
        return coordinator.version();
    }

    @Override
    public Duration backingOff() {
        return coordinator.backingOff();
    }

    @Override
    public int drift() {
        return coordinator.drift().size();
    }

    @Override
    public int abandonedThreads() {
        return setup.abandonedThreads();
    }

    @Override
    public SortedMap<String, Long> droppedEvents() {
        return reporting.events().droppedByName();
    }

    @Override
    public SortedMap<String, Long> sites() {
        return status.sites();
    }
}
