package io.reloadagent.reload;

import io.reloadagent.source.Document;
import java.time.Instant;
import java.util.Map;

/** One reload, or start of an agent, as the history keeps it. Immutable. */
public final class HistoryEntry {

    private final long version;
    private final boolean isVersion;
    private final Instant time;
    private final Result result;
    private final Document document;
    private final LastKnownGood from;
    private final Map<String, Object> told;

    private HistoryEntry(
            long version,
            boolean isVersion,
            Instant time,
            Result result,
            Document document,
            LastKnownGood from,
            Map<String, Object> told) {
        this.version = version;
        this.isVersion = isVersion;
        this.time = time;
        this.result = result;
        this.document = document;
        this.from = from;
        this.told = told;
    }

    /** @param from what it was made from in place of the sources; null if it was made from them */
    static HistoryEntry start(long version, Document document, LastKnownGood from) {
        return new HistoryEntry(version, true, Instant.now(), null, document, from, null);
    }

    /** @param document null if no version was made */
    static HistoryEntry of(Result result, Document document) {
        return new HistoryEntry(result.version(), document != null, result.ended(), result, document, null, null);
    }

    /** One that an earlier JVM has left. */
    static HistoryEntry earlier(long version, boolean isVersion, Map<String, Object> told) {
        return new HistoryEntry(version, isVersion, null, null, null, null, told);
    }

    /** The same version, made from another document, which makes no difference to any field. */
    HistoryEntry with(Document other) {
        return new HistoryEntry(version, isVersion, time, result, other, from, told);
    }

    /** Whether it made a version. */
    public boolean isVersion() {
        return isVersion;
    }

    /** The version in force when it ended. */
    public long version() {
        return version;
    }

    /** When it ended, by the wall clock; null for one of an earlier JVM. */
    public Instant time() {
        return time;
    }

    /** How it ended; null for the start of the agent, and for one of an earlier JVM. */
    public Result result() {
        return result;
    }

    /** What the start was made from in place of the sources; null for anything else. */
    LastKnownGood from() {
        return from;
    }

    /** What an earlier JVM told of it; null if it is of this one. */
    Map<String, Object> told() {
        return told;
    }

    /** What the version was made from; null if none was made, or by an earlier JVM. */
    public Document document() {
        return document;
    }
}
