package io.reloadagent.source;

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

    boolean agreesWith(Reading other) {
        return succeeded() && snapshot.equals(other.snapshot);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    SourceException failure() {
        return failure;
    }
}
