package io.reloadagent.trigger;

import io.reloadagent.reload.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the agent's JMX attributes and {@code GET /admin/status} show. Immutable. */
public final class AgentState {

    private final long version;
    private final Map<String, Object> lastResult;
    private final Instant lastReloadTime;
    private final Supplier<List<Map<String, Object>>> fields;
    private final List<String> notes;

    /**
     * A state.
     *
     * @param version in force
     * @param lastResult of the last reload, in types of the JDK; null before the first
     * @param lastReloadTime when it ended; null before the first
     * @param fields each dynamic field, in types of the JDK; takes some time, and is asked only if they are shown
     * @param notes what an operator should know besides
     */
    public AgentState(
            long version,
            Map<String, Object> lastResult,
            Instant lastReloadTime,
            Supplier<List<Map<String, Object>>> fields,
            List<String> notes) {
        this.version = version;
        this.lastResult = lastResult;
        this.lastReloadTime = lastReloadTime;
        this.fields = fields;
        this.notes = new ArrayList<>(notes);
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
        map.put("version", version);
        map.put("lastOutcome", lastOutcome());
        map.put("lastError", lastError());
        map.put("lastReloadTime", lastReloadTime());
        map.put("notes", notes);
        map.put("fields", fields());
        return map;
    }
}
