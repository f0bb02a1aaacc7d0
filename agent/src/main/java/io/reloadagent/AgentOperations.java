package io.reloadagent;

import io.reloadagent.reload.Coordinator;
import io.reloadagent.reload.History;
import io.reloadagent.reload.HistoryEntry;
import io.reloadagent.reload.Request;
import io.reloadagent.reload.ResultView;
import io.reloadagent.trigger.AgentState;
import io.reloadagent.trigger.Operations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What triggers may have this agent do. Thread-safe. */
final class AgentOperations implements Operations {

    private final Coordinator coordinator;
    private final History history;
    private final ResultView view;
    private final Status status;
    private final Runnable stop;

    AgentOperations(Coordinator coordinator, History history, ResultView view, Status status, Runnable stop) {
        this.coordinator = coordinator;
        this.history = history;
        this.view = view;
        this.status = status;
        this.stop = stop;
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
    public List<Map<String, Object>> history() {
        List<HistoryEntry> entries = history.entries();
        Collections.reverse(entries);
        List<Map<String, Object>> shown = new ArrayList<>(entries.size());
        entries.forEach(entry -> shown.add(view.of(entry)));
        return shown;
    }

    @Override
    public void closeBreaker(String actor, String reason) {
        coordinator.closeBreaker(actor, reason);
    }

    @Override
    public void stop() {
        stop.run();
    }
}
