package io.reloadagent.trigger;

import io.reloadagent.reload.Health;
import io.reloadagent.reload.Outcome;
import io.reloadagent.reload.Seconds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the agent's JMX attributes and {@code GET /admin/status} show. Immutable. */
public final class AgentState {

    private final Health health;
    private final long version;
    private final Map<String, Object> lastResult;
    private final Instant lastReloadTime;
    private final Duration backingOff;
    private final Supplier<List<String>> drift;
    private final Supplier<List<Map<String, Object>>> fields;
    private final List<String> notes;
    private final Supplier<Map<String, Object>> history;
    private final Map<String, Supplier<?>> more;

    /**
     * A state.
     *
     * @param health how it is, in a word, and why not all is well
     * @param version in force
     * @param lastResult of the last reload, in types of the JDK; null before the first
     * @param lastReloadTime when it ended; null before the first
     * @param backingOff how long what failed last has to wait; zero if it need not
     * @param drift the paths at which the sources hold something else than what is in force; asked only if they are shown
     * @param fields each dynamic field, in types of the JDK; takes some time, and is asked only if they are shown
     * @param notes what an operator should know besides
     * @param history how the history is kept, in types of the JDK; asked only if it is shown
     */
    public AgentState(
            Health health,
            long version,
            Map<String, Object> lastResult,
            Instant lastReloadTime,
            Duration backingOff,
            Supplier<List<String>> drift,
            Supplier<List<Map<String, Object>>> fields,
            List<String> notes,
            Supplier<Map<String, Object>> history) {
        this(
                health,
                version,
                lastResult,
                lastReloadTime,
                backingOff,
                drift,
                fields,
                notes,
                history,
                Collections.emptyMap());
    }

    private AgentState(
            Health health,
            long version,
            Map<String, Object> lastResult,
            Instant lastReloadTime,
            Duration backingOff,
            Supplier<List<String>> drift,
            Supplier<List<Map<String, Object>>> fields,
            List<String> notes,
            Supplier<Map<String, Object>> history,
            Map<String, Supplier<?>> more) {
        this.health = health;
        this.version = version;
        this.lastResult = lastResult;
        this.lastReloadTime = lastReloadTime;
        this.backingOff = backingOff;
        this.drift = drift;
        this.fields = fields;
        this.notes = new ArrayList<>(notes);
        this.history = history;
        this.more = more;
    }

    /** The same with one more part, in types of the JDK; asked only if it is shown. */
    public AgentState with(String key, Supplier<?> part) {
        Map<String, Supplier<?>> all = new LinkedHashMap<>(more);
        all.put(key, part);
        return new AgentState(
                health, version, lastResult, lastReloadTime, backingOff, drift, fields, notes, history, all);
    }

    String state() {
        return health.state().name();
    }

    boolean isHealthy() {
        return health.isUp();
    }

    List<String> problems() {
        return health.problems();
    }

    /** How it is, and why, for JSON. */
    Map<String, Object> health() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("status", isHealthy() ? "UP" : "DEGRADED");
        map.put("state", state());
        map.put("version", version);
        map.put("problems", problems());
        return map;
    }

    List<String> drift() {
        return drift.get();
    }

    long version() {
        return version;
    }

    /** Null before the first reload. */
    String lastOutcome() {
        return lastResult == null ? null : new ReloadReport(lastResult).getOutcome();
    }

    /** Null if the last reload did not fail. */
    String lastError() {
        return lastResult == null || Outcome.valueOf(lastOutcome()).isSuccess()
                ? null
                : new ReloadReport(lastResult).getMessage();
    }

    /** In UTC; null before the first reload. */
    String lastReloadTime() {
        return lastReloadTime == null ? null : lastReloadTime.toString();
    }

    List<Map<String, Object>> fields() {
        return fields.get();
    }

    List<String> notes() {
        return notes;
    }

    /** All of it, for JSON. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("state", state());
        map.put("healthy", isHealthy());
        map.put("problems", problems());
        map.put("version", version);
        map.put("lastOutcome", lastOutcome());
        map.put("lastError", lastError());
        map.put("lastReloadTime", lastReloadTime());
        map.put("backingOffSeconds", Seconds.of(backingOff));
        map.put("drift", drift());
        map.put("notes", notes);
        map.put("history", history.get());
        map.put("fields", fields());
        more.forEach((key, part) -> map.put(key, part.get()));
        return map;
    }
}
