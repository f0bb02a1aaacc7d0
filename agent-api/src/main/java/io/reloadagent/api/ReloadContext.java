package io.reloadagent.api;

import java.time.Duration;
import java.util.Map;

/** The reload that a {@link Reloadable} is called for. Immutable, but for the time that is left. */
public final class ReloadContext {

    private final Map<String, Object> facts;

    ReloadContext(Map<String, Object> facts) {
        this.facts = facts;
    }

    /** Identifies the reload; the same in all its events and log lines. */
    public String reloadId() {
        return (String) facts.get("reloadId");
    }

    /** What asked for the reload: {@code file}, {@code http}, {@code jmx}, {@code api}. */
    public String trigger() {
        return (String) facts.get("trigger");
    }

    /** The version that is in force until the reload is accepted. */
    public long fromVersion() {
        return (Long) facts.get("fromVersion");
    }

    /** Whether this call undoes an earlier one of the same reload. */
    public boolean isCompensation() {
        return (Boolean) facts.get("compensation");
    }

    /** What is left until this call is given up; zero when the time is over. */
    public Duration timeLeft() {
        long nanos = (Long) facts.get("deadlineNanos") - System.nanoTime();
        return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
    }
}
