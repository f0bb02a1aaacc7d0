package io.reloadagent.trigger;

import io.reloadagent.reload.Outcome;
import io.reloadagent.reload.Request;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.CapturedLog;
import io.reloadagent.report.Event;
import io.reloadagent.report.Events;
import io.reloadagent.report.Level;
import io.reloadagent.report.Registration;
import io.reloadagent.report.metrics.Readings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Takes the place of the coordinator: keeps the requests, and ends each as the test wants. */
final class Reloads implements Operations {

    final List<Request> requests = new CopyOnWriteArrayList<>();

    /** Of the requests to come. */
    volatile CompletableFuture<Map<String, Object>> next = ending(Outcome.APPLIED);

    volatile AgentState state = States.first();

    /** What was asked for besides, in words. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** The requests that did not show who may ask. */
    final List<String> refused = new CopyOnWriteArrayList<>();

    final Events events = new Events(new CapturedLog(Level.INFO).log(), "com.acme.");
    final FixedReadings readings = new FixedReadings(events);

    @Override
    public AgentState state() {
        return state;
    }

    @Override
    public Map<String, Object> config() {
        return Map.of("version", 7L);
    }

    @Override
    public List<Map<String, Object>> history() {
        return List.of(Map.of("version", 7L));
    }

    @Override
    public List<Map<String, Object>> difference(long from, long to) {
        if (from == 1) {
            throw new IllegalArgumentException("version 1 is not kept; there are versions 2 to 7");
        }
        return List.of(Map.of("path", "database.max_conns", "from", "10", "to", "20"));
    }

    @Override
    public void closeBreaker(Trigger trigger, String actor, String reason) {
        calls.add("close breaker by " + actor + ", " + reason);
    }

    @Override
    public Level logLevel() {
        return Level.INFO;
    }

    @Override
    public void changeLogLevel(Trigger trigger, String actor, Level level, String reason) {
        calls.add("log " + level + " by " + trigger + " " + actor + ", " + reason);
    }

    @Override
    public void stop(Trigger trigger, String actor) {
        calls.add("stop");
    }

    @Override
    public Readings readings() {
        return readings;
    }

    @Override
    public String metricsPrefix() {
        return "acme_";
    }

    @Override
    public Registration observe(String kind, Consumer<Event> observer) {
        return events.subscribe(kind, observer);
    }

    @Override
    public LongAdder drops(String kind) {
        return events.drops(kind);
    }

    @Override
    public void refusedAccess(String from, String role, int status, String why, long silentSeconds) {
        refused.add((role == null ? "" : role + " ") + status + " " + (silentSeconds > 0 ? "last" : why));
    }

    @Override
    public CompletableFuture<Map<String, Object>> reload(Request request) {
        requests.add(request);
        return next;
    }

    static CompletableFuture<Map<String, Object>> ending(Outcome outcome) {
        return CompletableFuture.completedFuture(result(outcome));
    }

    static Map<String, Object> result(Outcome outcome) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("path", "database.max_conns");
        change.put("oldValue", 10);
        change.put("newValue", 20);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("reloadId", "r1");
        result.put("outcome", outcome.name());
        result.put("version", 7L);
        result.put("durationMillis", 42L);
        result.put("message", "the outcome in a sentence");
        result.put("changes", List.of(change));
        result.put("restartRequired", List.of("server.port"));
        result.put("skippedModules", List.of("cache"));
        result.put("failedModule", null);
        result.put("problems", List.of(Map.of("line", 3)));
        result.put("problemLines", List.of("app.yaml:3:5 database.max_conns: expected a whole number"));
        return result;
    }
}
