package io.reloadagent.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** How a reload ended. Immutable. */
public final class ReloadResult {

    /** The ways in which a reload ends. */
    public enum Outcome {
        /** The new version is in force. */
        APPLIED,
        /** The new version is in force, though a module failed to take it over: the agent was told not to roll back. */
        INCOMPLETE,
        /** Nothing differed; the version stays. */
        UNCHANGED,
        /** The source could not be read, or a value or a module's validation refused it; nothing was changed. */
        REFUSED,
        /** A module failed; the modules called before were compensated; the old version stays. */
        ROLLED_BACK,
        /** A module failed and so did a compensation: the old version stays, but a module may not be in its old state. */
        DEGRADED,
        /** The request names a section that there is not; nothing was tried. */
        INVALID,
        /** What the source holds has failed before, and its wait is not over; nothing was tried. */
        BACKING_OFF,
        /** There is no agent in this JVM. */
        INACTIVE
    }

    private final Map<String, Object> facts;

    ReloadResult(Map<String, Object> facts) {
        this.facts = facts;
    }

    static ReloadResult inactive() {
        return new ReloadResult(Collections.singletonMap("outcome", Outcome.INACTIVE.name()));
    }

    /** How it ended; not null. */
    public Outcome outcome() {
        return Outcome.valueOf((String) facts.get("outcome"));
    }

    /** Whether the source's content is now in force. */
    public boolean isSuccess() {
        return outcome() == Outcome.APPLIED || outcome() == Outcome.UNCHANGED;
    }

    /** The version in force when the reload ended; 0 without an agent. */
    public long version() {
        return facts.containsKey("version") ? (Long) facts.get("version") : 0;
    }

    /** Identifies the reload; null without an agent. */
    public String reloadId() {
        return (String) facts.get("reloadId");
    }

    /** The outcome in a sentence; null without an agent. */
    public String message() {
        return (String) facts.get("message");
    }

    /** Everything that was wrong, one line each with file, line, column and path; empty when nothing was. */
    public List<String> problems() {
        return lines("problemLines");
    }

    /** Changed paths that no dynamic field is bound to: they need a restart of the application. */
    public List<String> restartRequired() {
        return lines("restartRequired");
    }

    /** Names of the modules that were left alone because they said they cannot reload. */
    public List<String> skippedModules() {
        return lines("skippedModules");
    }

    /** The names of all modules that failed, in the order in which they did; more than one only if nothing was rolled back. */
    public List<String> failedModules() {
        return lines("failedModules");
    }

    /** The name of the first module that failed; null when none did. */
    public String failedModule() {
        return (String) facts.get("failedModule");
    }

    @SuppressWarnings("unchecked")
    private List<String> lines(String fact) {
        Object value = facts.get(fact);
        return value == null ? Collections.emptyList() : Collections.unmodifiableList((List<String>) value);
    }

    @Override
    public String toString() {
        return "ReloadResult[" + outcome() + ", version " + version() + "]";
    }
}
