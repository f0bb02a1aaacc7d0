package io.reloadagent.source;

import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Collectors;

/** How one attempt to read all sources ended. Immutable. */
final class Reading {

    private final Snapshot snapshot;
    private final SourceException failure;

    private Reading(Snapshot snapshot, SourceException failure) {
        this.snapshot = snapshot;
        this.failure = failure;
    }

    static Reading of(Sources sources) {
        try {
            return new Reading(sources.read(), null);
        } catch (SourceException e) {
            return new Reading(null, e);
        }
    }

    boolean succeeded() {
        return snapshot != null;
    }

    boolean failed() {
        return failure != null;
    }

    /**
     * True if nothing was written between the two. Who writes a file again and again truncates it each time; so two readings may be of
     * the same (say, no) bytes although a lot goes on.
     */
    boolean agreesWith(Reading other) {
        return hasContentOf(other) && written().equals(other.written());
    }

    boolean hasContentOf(Reading other) {
        return succeeded() && snapshot.equals(other.snapshot);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    SourceException failure() {
        return failure;
    }

    private List<FileTime> written() {
        return snapshot.contents().stream().map(Content::written).collect(Collectors.toList());
    }
}
