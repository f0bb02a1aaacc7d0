package io.reloadagent.reload;

import io.reloadagent.source.Document;
import java.time.Instant;

/** One reload, as the history keeps it. Immutable. */
public final class HistoryEntry {

    private final long version;
    private final Instant time;
    private final Result result;
    private final Document document;

    private HistoryEntry(long version, Instant time, Result result, Document document) {
        this.version = version;
        this.time = time;
        this.result = result;
        this.document = document;
    }

    static HistoryEntry start(Document document) {
        return new HistoryEntry(1, Instant.now(), null, document);
    }

    /** @param document null if no version was made */
    static HistoryEntry of(Result result, Document document) {
        return new HistoryEntry(result.version(), result.ended(), result, document);
    }

    /** The same version, made from another document, which makes no difference to any field. */
    HistoryEntry with(Document other) {
        return new HistoryEntry(version, time, result, other);
    }

    /** Whether it made a version. */
    public boolean isVersion() {
        return document != null;
    }

    /** The version in force when it ended. */
    public long version() {
        return version;
    }

    /** When it ended, by the wall clock. */
    public Instant time() {
        return time;
    }

    /** How it ended; null for the start of the agent. */
    public Result result() {
        return result;
    }

    /** What the version was made from; null if none was made. */
    Document document() {
        return document;
    }
}
