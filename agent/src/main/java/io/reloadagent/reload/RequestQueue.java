package io.reloadagent.reload;

import io.reloadagent.report.Log;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The requests that wait for a reload; those of equal scope are answered together. Thread-safe. */
final class RequestQueue {

    private final Executor thread;
    private final Consumer<Pending> reload;
    private final BiFunction<Request, String, Result> refusal;
    private final Log log;

    /** By scope, in the order of the first request of each. Guarded by this. */
    private final Map<Scope, Pending> waiting = new LinkedHashMap<>();

    /** Whether requests are only refused any more. Guarded by this. */
    private boolean closed;

    /**
     * An empty queue.
     *
     * @param thread where reloads run, one at a time
     * @param reload answers one pending reload, on that thread
     * @param refusal makes the result of a request for which there will be no reload, and why
     */
    RequestQueue(Executor thread, Consumer<Pending> reload, BiFunction<Request, String, Result> refusal, Log log) {
        this.thread = thread;
        this.reload = reload;
        this.refusal = refusal;
        this.log = log;
    }

    /** Queues a request; its answer completes exceptionally only if there is no memory left to say how it ended. */
    synchronized CompletableFuture<Result> add(Request request) {
        if (closed) {
            return CompletableFuture.completedFuture(stopped(request));
        }
        Pending known = waiting.computeIfPresent(request.scope(), (scope, first) -> first.joinedBy(request));
        if (known != null) {
            return known.answer();
        }
        Pending first = new Pending(request);
        try {
            thread.execute(this::runNext);
            waiting.put(request.scope(), first);
        } catch (OutOfMemoryError e) {
            log.error("no thread for a reload", e);
            first.answer().complete(refusal.apply(request, "there is no thread for it: " + e.getMessage()));
        }
        return first.answer();
    }

    private void runNext() {
        Pending next = poll();
        if (next == null) {
            return; // answered already, for want of a thread or because the agent was stopped
        }
        try {
            reload.accept(next);
        } catch (Throwable failure) {
            // Nothing is left to make a result of: the heap is exhausted. Whoever waits must not wait for ever.
            next.answer().completeExceptionally(failure);
        }
    }

    private synchronized Pending poll() {
        Iterator<Pending> pending = waiting.values().iterator();
        Pending next = pending.hasNext() ? pending.next() : null;
        if (next != null) {
            pending.remove();
        }
        return next;
    }

    /** Refuses what waits, and whatever comes from now on. */
    synchronized void close() {
        closed = true;
        waiting.values().forEach(pending -> pending.answer().complete(stopped(pending.request())));
        waiting.clear();
    }

    private Result stopped(Request request) {
        return refusal.apply(request, "the agent was stopped");
    }
}
