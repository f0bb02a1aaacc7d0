package io.reloadagent.reload;

import io.reloadagent.report.Event;
import io.reloadagent.report.Log;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Runs reloads, one at a time, on a thread of the agent, which is the only one that swaps versions and settles cells.
 * Requests that arrive while a reload runs are answered together by the next one. Thread-safe.
 */
public final class Coordinator {

    private final Setup setup;
    private final Log log;
    private final Executor thread;

    /** The reload that will answer the requests of now; null if none is waiting. Guarded by this. */
    private Pending pending;

    /** Of the content that was tried last; null before the first. Written by the coordinator's thread, read by any. */
    private volatile String lastFingerprint;

    /** How the last reload ended; null before the first. Written by the coordinator's thread, read by any. */
    private volatile Result lastResult;

    /**
     * Creates a coordinator.
     *
     * @param thread runs one task at a time; everything that swaps or settles runs there
     * @param fingerprint of the content that version 1 was made from; null if it could not be read
     */
    public Coordinator(Setup setup, Executor thread, Log log, String fingerprint) {
        this.setup = setup;
        this.thread = thread;
        this.log = log;
        this.lastFingerprint = fingerprint;
    }

    /**
     * Asks for a reload that begins after this call.
     *
     * @return how it ended; never completes exceptionally
     */
    public synchronized CompletableFuture<Result> request(Request request) {
        if (pending == null) {
            pending = new Pending(request);
            thread.execute(this::runPending);
        } else {
            pending = pending.joined();
        }
        // A copy for each caller: none can complete or cancel another's.
        return pending.result.thenApply(result -> result);
    }

    private void runPending() {
        Pending next;
        synchronized (this) {
            next = pending;
            pending = null;
        }
        next.result.complete(run(next.request));
    }

    private Result run(Request request) {
        String id = UUID.randomUUID().toString();
        log.debug("reload {}: {}", id, request);
        setup.events().publish(Event.started(id, request.trigger().toString()));
        Reload reload = new Reload(id, request, setup);
        Result result;
        try {
            Snapshot snapshot = reload.read();
            lastFingerprint = snapshot.fingerprint();
            result = reload.run(snapshot);
        } catch (SourceException e) {
            result = reload.refused(e);
        } catch (Throwable failure) {
            log.error("reload {} failed within the agent", id, failure);
            result = reload.refused("the agent itself failed: " + failure);
        }
        lastResult = result;
        return result;
    }

    /** Identifies the content of the sources that was tried last, whether it was accepted or not; null if none was. */
    public String lastFingerprint() {
        return lastFingerprint;
    }

    /** How the last reload ended; null before the first. */
    public Result lastResult() {
        return lastResult;
    }

    /** The number of the version in force. */
    public long version() {
        return setup.versions().current().number();
    }

    /** A reload that has not begun. Immutable. */
    private static final class Pending {

        private final Request request;
        private final CompletableFuture<Result> result;

        Pending(Request request) {
            this(request, new CompletableFuture<>());
        }

        private Pending(Request request, CompletableFuture<Result> result) {
            this.request = request;
            this.result = result;
        }

        /** Another request may know of a later content than the first one brought along. */
        Pending joined() {
            return new Pending(request.withoutSnapshot(), result);
        }
    }
}
