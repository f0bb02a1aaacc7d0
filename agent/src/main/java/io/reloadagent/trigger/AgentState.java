package io.reloadagent.trigger;

import java.time.Instant;
import java.util.Map;

/** What the agent's JMX attributes show. Immutable. */
public final class AgentState {

    private final long version;
    private final Map<String, Object> lastResult;
    private final Instant lastReloadTime;

    /**
     * A state.
     *
     * @param version in force
     * @param lastResult of the last reload, in types of the JDK; null before the first
     * @param lastReloadTime when it ended; null before the first
     */
    public AgentState(long version, Map<String, Object> lastResult, Instant lastReloadTime) {
        this.version = version;
        this.lastResult = lastResult;
        this.lastReloadTime = lastReloadTime;
    }

    long version() {
        return version;
    }

    ReloadReport lastReport() {
        return lastResult == null ? null : new ReloadReport(lastResult);
    }

    Instant lastReloadTime() {
        return lastReloadTime;
    }
}
