package io.reloadagent.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;

/** How one attempt to read all sources ended. Immutable. */
final class Reading {

    private final List<FileTime> written;
    private final Snapshot snapshot;
    private final SourceException failure;

    private Reading(List<FileTime> written, Snapshot snapshot, SourceException failure) {
        this.written = written;
        this.snapshot = snapshot;
        this.failure = failure;
    }

    static Reading of(Sources sources) {
        List<FileTime> written = written(sources.files());
        try {
            return new Reading(written, sources.read(), null);
        } catch (SourceException e) {
            return new Reading(written, null, e);
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
        return hasContentOf(other) && written.equals(other.written);
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

    /** Null for files that cannot be asked; reading them says why. */
    private static List<FileTime> written(List<Path> files) {
        FileTime[] times = new FileTime[files.size()];
        for (int i = 0; i < times.length; i++) {
            try {
                times[i] = Files.getLastModifiedTime(files.get(i));
            } catch (IOException e) {
                times[i] = null;
            }
        }
        return Arrays.asList(times);
    }
}
