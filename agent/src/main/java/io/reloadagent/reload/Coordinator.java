package io.reloadagent.reload;

import io.reloadagent.report.Event;
import io.reloadagent.report.Log;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Runs reloads, one at a time, on a thread of the agent, which is the only one that swaps versions and settles cells.
 * Requests that arrive while a reload runs are answered together by the next one. Thread-safe.
 */
public final class Coordinator {

    /** In one line of the log. */
    private static final int MOST_PATHS = 20;

    private final Setup setup;
    private final ResultView view;
    private final Log log;
    private final Executor thread;

    /** The reload that will answer the requests of now; null if none is waiting. Guarded by this. */
    private Pending pending;

    /** Whether requests are only refused any more. Guarded by this. */
    private boolean closed;

    /** What was tried last; null before the first. Written by the coordinator's thread, read by any. */
    private volatile Snapshot lastContent;

    /** How the last reload ended; null before the first. Written by the coordinator's thread, read by any. */
    private volatile Result lastResult;

    /**
     * Creates a coordinator.
     *
     * @param thread runs one task at a time; everything that swaps or settles runs there
     * @param view what of results may be logged
     * @param content what version 1 was made from; null if it could not be read
     */
    public Coordinator(Setup setup, Executor thread, ResultView view, Log log, Snapshot content) {
        this.setup = setup;
        this.view = view;
        this.thread = thread;
        this.log = log;
        this.lastContent = content;
    }

    /**
     * Asks for a reload that begins after this call.
     *
     * @return how it ended; completes exceptionally only if there is no memory left to say so
     */
    public CompletableFuture<Result> request(Request request) {
        // A copy for each caller: none can complete or cancel another's.
        return enqueue(request).thenApply(result -> result);
    }

    /** Refuses requests from now on, also those that wait for a reload that has not begun. Closing again does nothing. */
    public synchronized void close() {
        closed = true;
        if (pending != null) {
            pending.answer.complete(stopped(pending.request));
            pending = null;
        }
    }

    private Result stopped(Request request) {
        return newReload(request).refused("the agent was stopped");
    }

    private synchronized CompletableFuture<Result> enqueue(Request request) {
        if (closed) {
            return CompletableFuture.completedFuture(stopped(request));
        }
        if (pending != null) {
            pending = pending.joined();
            return pending.answer;
        }
        Pending first = new Pending(request);
        try {
            thread.execute(this::runPending);
            pending = first;
        } catch (OutOfMemoryError e) {
            log.error("no thread for a reload", e);
            first.answer.complete(newReload(request).refused("there is no thread for it: " + e.getMessage()));
        }
        return first.answer;
    }

    private void runPending() {
        Pending next;
        synchronized (this) {
            next = pending;
            pending = null;
        }
        if (next == null) {
            return; // a request that was answered already, for want of a thread or because the agent was stopped
        }
        try {
            run(next);
        } catch (Throwable failure) {
            // Nothing is left to make a result of: the heap is exhausted. Whoever waits must not wait for ever.
            next.answer.completeExceptionally(failure);
        }
    }

    private void run(Pending next) {
        Reload reload = newReload(next.request);
        Result result = run(reload);
        lastResult = result;
        next.answer.complete(result);
        if (result.outcome().isSuccess()) {
            logRestartRequired(view.restartRequired(result));
        }
        settle(reload);
    }

    private void logRestartRequired(List<String> paths) {
        if (!paths.isEmpty()) {
            log.info(
                    "changed, but no dynamic field follows; a restart is needed: {}{}",
                    view.advised(paths.subList(0, Math.min(paths.size(), MOST_PATHS))),
                    paths.size() > MOST_PATHS ? " and " + (paths.size() - MOST_PATHS) + " more" : "");
        }
    }

    private Reload newReload(Request request) {
        String id = UUID.randomUUID().toString();
        log.debug("reload {}: {}", id, request);
        setup.events().publish(Event.started(id, request.trigger().toString()));
        return new Reload(id, request, setup, view, log);
    }

    private Result run(Reload reload) {
        try {
            Snapshot snapshot = reload.read();
            lastContent = snapshot;
            return reload.run(snapshot);
        } catch (SourceException e) {
            return reload.refused(e);
        } catch (Throwable failure) {
            log.error("a reload failed within the agent", failure);
            return reload.refused("the agent itself failed: " + failure);
        }
    }

    private void settle(Reload reload) {
        try {
            reload.settle();
        } catch (Throwable failure) {
            log.error("reads of changed fields stay slower than they could be", failure);
        }
    }

    /** The content of the sources that was tried last, whether it was accepted or not; null if none was. */
    public Snapshot lastContent() {
        return lastContent;
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
        private final CompletableFuture<Result> answer;

        Pending(Request request) {
            this(request, new CompletableFuture<>());
        }

        private Pending(Request request, CompletableFuture<Result> answer) {
            this.request = request;
            this.answer = answer;
        }

        /** Another request may know of a later content than the first one brought along. */
        Pending joined() {
            return new Pending(request.withoutSnapshot(), answer);
        }
    }
}
