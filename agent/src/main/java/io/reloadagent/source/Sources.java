package io.reloadagent.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the configuration comes from, in order of precedence: later ones override earlier ones. Thread-safe. */
public final class Sources {

    /** So many readings in a row with the same bytes: the file is touched all the time, not written. */
    private static final int TOUCHED = 10;

    private final List<Source> sources;
    private final Duration settle;

    /** What was read last, by whichever thread: tells which files are referred to, and spares a parse. */
    private volatile Snapshot last = new Snapshot(Collections.emptyList());

    /** Why the last reading failed, whichever thread's it was; null if it did not. */
    private volatile SourceException failure;

    /**
     * @param sources in order of precedence; copied
     * @param settle how long the content must stay the same before it is believed; zero to believe it at once
     */
    public Sources(List<? extends Source> sources, Duration settle) {
        this.sources = Collections.unmodifiableList(new ArrayList<>(sources));
        this.settle = Objects.requireNonNull(settle, "settle");
    }

    /**
     * The files and directories whose change may tell of another content, absolute: those of the sources as they are now, and those
     * that values referred to when they were read last.
     */
    public List<Path> watched() {
        return Stream.concat(
                        sources.stream().flatMap(source -> source.watched().stream()), last.referencedFiles().stream())
                .distinct()
                .collect(Collectors.toList());
    }

    /**
     * Reads all sources now, once, and what their values refer to.
     *
     * @throws SourceException with a problem for each that is missing, unreadable or too large
     */
    public Snapshot read() throws SourceException {
        List<Content> contents = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        SourceException.Kind kind = null;
        for (Source source : sources) {
            try {
                contents.addAll(source.read());
            } catch (SourceException e) {
                problems.addAll(e.problems());
                failed.add(source.toString());
                kind = kind == null ? e.kind() : kind;
            }
        }
        failure = kind == null ? null : new SourceException(kind, problems);
        if (kind != null) {
            throw new SourceException(kind, problems, failed);
        }
        Snapshot read = Snapshot.withReferences(contents, last);
        last = read;
        return read;
    }

    /** Why they could not be read the last time that somebody tried; null if they could. */
    public SourceException failure() {
        return failure;
    }

    /**
     * Reads all sources until two readings, one settle window apart, find the same bytes and no write between; so a half-written file is
     * not believed. Files that were there and vanish are awaited, as some editors remove a file before they write it anew. Blocks up to the timeout.
     *
     * @param timeout how long to try; measured by the monotonic clock
     * @throws SourceException as {@link #read()} does, if two readings fail in a row or a vanished file does not come back; with kind
     *     {@link SourceException.Kind#UNSETTLED} if the content kept changing, or the thread was interrupted (and still is)
     */
    public Snapshot readSettled(Duration timeout) throws SourceException {
        if (settle.isZero() || settle.isNegative()) {
            return read();
        }
        long start = System.nanoTime();
        Reading last = Reading.of(this);
        boolean seen = last.succeeded();
        int same = 0;
        while (System.nanoTime() - start + settle.toNanos() <= timeout.toNanos()) {
            pause();
            Reading next = Reading.of(this);
            same = next.hasContentOf(last) ? same + 1 : 0;
            if (same == TOUCHED || next.agreesWith(last)) {
                return next.snapshot();
            }
            if (!seen && next.failed() && last.failed()) {
                throw next.failure();
            }
            seen |= next.succeeded();
            last = next;
        }
        if (last.failed()) {
            throw last.failure();
        }
        throw unsettled("still being written: no " + settle.toMillis() + " ms without a change within "
                + timeout.toMillis() + " ms");
    }

    private void pause() throws SourceException {
        try {
            TimeUnit.NANOSECONDS.sleep(settle.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unsettled("interrupted before the content was known to be whole");
        }
    }

    private SourceException unsettled(String message) {
        return new SourceException(
                SourceException.Kind.UNSETTLED, new Problem(null, null, "source " + this + ": " + message));
    }

    /** Their names, joined by a comma. */
    @Override
    public String toString() {
        return sources.stream().map(Source::toString).collect(Collectors.joining(", "));
    }
}
