package io.reloadagent;

import io.reloadagent.reload.Coordinator;
import io.reloadagent.reload.Request;
import io.reloadagent.reload.ResultView;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.Event;
import io.reloadagent.report.Level;
import io.reloadagent.report.Registration;
import io.reloadagent.report.metrics.Readings;
import io.reloadagent.trigger.AgentState;
import io.reloadagent.trigger.Operations;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** What triggers may have this agent do. Thread-safe. */
final class AgentOperations implements Operations {

    private final Coordinator coordinator;
    private final HistoryReport history;
    private final ResultView view;
    private final Status status;
    private final ConfigReport config;
    private final Runnable stop;
    private final Reporting reporting;
    private final Readings readings;

    AgentOperations(
            Coordinator coordinator,
            HistoryReport history,
            ResultView view,
            Status status,
            ConfigReport config,
            Runnable stop,
            Reporting reporting,
            Readings readings) {
        this.coordinator = coordinator;
        this.history = history;
        this.view = view;
        this.status = status;
        this.config = config;
        this.stop = stop;
        this.reporting = reporting;
        this.readings = readings;
    }

    @Override
    public CompletableFuture<Map<String, Object>> reload(Request request) {
        return coordinator.request(request).thenApply(view::of);
    }

    @Override
    public AgentState state() {
        return status.get();
    }

    @Override
    public Map<String, Object> config() {
        return config.get();
    }

    @Override
    public List<Map<String, Object>> history() {
        return history.entries();
    }

    @Override
    public List<Map<String, Object>> difference(long from, long to) {
        return history.difference(from, to);
    }

    @Override
    public void closeBreaker(Trigger trigger, String actor, String reason) {
        reporting.done("breaker.reset", trigger, actor, reason);
        coordinator.closeBreaker(actor, reason);
    }

    @Override
    public Level logLevel() {
        return reporting.log().level();
    }

    @Override
    public void changeLogLevel(Trigger trigger, String actor, Level level, String reason) {
        reporting.changeLogLevel(trigger, actor, level, reason);
    }

    @Override
    public void stop(Trigger trigger, String actor) {
        reporting.done("stop", trigger, actor, null);
        stop.run();
    }

    @Override
    public Readings readings() {
        return readings;
    }

    @Override
    public String metricsPrefix() {
        return reporting.metricsPrefix();
    }

    @Override
    public Registration observe(String kind, Consumer<Event> observer) {
        return reporting.events().subscribe(kind, observer);
    }

    @Override
    public LongAdder drops(String kind) {
        return reporting.events().drops(kind);
    }

    @Override
    public void refusedAccess(String from, String role, int status, String why, long silentSeconds) {
        reporting.refusedAccess(from, role, status, why, silentSeconds);
    }
}
