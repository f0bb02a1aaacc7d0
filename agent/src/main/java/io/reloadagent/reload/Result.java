package io.reloadagent.reload;

import io.reloadagent.bind.Change;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a reload ended. Immutable, and free of the application's own objects: it outlives the reload. */
public final class Result {

    private final String reloadId;
    private final Request request;
    private final Outcome outcome;
    private final long version;
    private final Instant ended = Instant.now();
    private final Duration duration;
    private final Map<String, Duration> steps;
    private final Duration retryAfter;
    private final String message;
    private final List<Change> changes;
    private final List<Path> restartRequired;
    private final List<Problem> unknownKeys;
    private final List<String> skippedModules;
    private final List<String> failedModules;
    private final List<Problem> problems;

    Result(
            String reloadId,
            Request request,
            Outcome outcome,
            long version,
            Duration duration,
            Steps steps,
            String message,
            Duration retryAfter,
            Findings findings) {
        this.reloadId = reloadId;
        this.request = request;
        this.outcome = outcome;
        this.version = version;
        this.duration = duration;
        this.steps = steps.durations();
        this.message = message;
        this.retryAfter = retryAfter;
        this.changes = findings.changes() == null
                ? Collections.emptyList()
                : Collections.unmodifiableList(findings.changes().changes().stream()
                        .map(change -> change.map(value -> MaskedTexts.of(ShownValue.of(value), findings.mask())))
                        .collect(Collectors.toList()));
        this.restartRequired = findings.changes() == null
                ? Collections.emptyList()
                : findings.changes().restartRequired();
        this.unknownKeys = findings.changes() == null
                ? Collections.emptyList()
                : findings.changes().unknown();
        this.skippedModules = Collections.unmodifiableList(new ArrayList<>(findings.skippedModules()));
        this.failedModules = Collections.unmodifiableList(new ArrayList<>(findings.failedModules()));
        this.problems = Collections.unmodifiableList(new ArrayList<>(findings.problems()));
    }

    /** Identifies the reload; the same in its events and log lines. */
    public String reloadId() {
        return reloadId;
    }

    /** What asked for it; of several requests that were answered together, the first. */
    public Request request() {
        return request;
    }

    /** How it ended. */
    public Outcome outcome() {
        return outcome;
    }

    /** The version in force when it ended. */
    public long version() {
        return version;
    }

    /** When it ended, by the wall clock. */
    public Instant ended() {
        return ended;
    }

    /** How long it took. */
    public Duration duration() {
        return duration;
    }

    /** How long each of its steps took, in their order; those that were not reached are missing. */
    public Map<String, Duration> steps() {
        return steps;
    }

    /** After how long it is worth to ask again; zero where waiting makes no difference. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** The outcome in a sentence. */
    public String message() {
        return message;
    }

    /**
     * The changes of dynamic fields that were applied, or would have been, with values as they can be shown; empty if they
     * could not be found out.
     */
    public List<Change> changes() {
        return changes;
    }

    /** Changed paths that no dynamic field is bound to. */
    public List<Path> restartRequired() {
        return restartRequired;
    }

    /** Keys that no dynamic field follows, and that were perhaps meant for one which has nothing. */
    public List<Problem> unknownKeys() {
        return unknownKeys;
    }

    /** Names of the modules that were left alone because they said that they cannot reload. */
    public List<String> skippedModules() {
        return skippedModules;
    }

    /** The name of the first module that failed; null if none did. */
    public String failedModule() {
        return failedModules.isEmpty() ? null : failedModules.get(0);
    }

    /** The names of all modules that failed, in the order in which they did. */
    public List<String> failedModules() {
        return failedModules;
    }

    /** Everything that was wrong; empty when nothing was. */
    public List<Problem> problems() {
        return problems;
    }
}
