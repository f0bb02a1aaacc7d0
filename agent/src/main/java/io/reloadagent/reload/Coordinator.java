package io.reloadagent.reload;

import io.reloadagent.report.Log;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs reloads, one at a time, on a thread of the agent, which is the only one that swaps versions and settles cells.
 * Requests that arrive while a reload runs are answered together by the next one. Thread-safe.
 */
public final class Coordinator {

    /** In one line of the log. */
    private static final int MOST_PATHS = 20;

    private static final int MOST_UNKNOWN = 100;

    private final Setup setup;
    private final ResultView view;
    private final Log log;
    private final ScheduledExecutorService thread;
    private final Breaker breaker;

    /** The paths that the log has called unknown. Confined to the coordinator's thread. */
    private final Set<String> unknownKeys = new HashSet<>();

    /** The reloads that will answer the requests of now, by scope, in the order of the first request of each. Guarded by this. */
    private final Map<Scope, Pending> pending = new LinkedHashMap<>();

    /** Tries again what changed while the breaker was open; null if nothing did. Guarded by this. */
    private Future<?> retry;

    /** Whether requests are only refused any more. Guarded by this. */
    private boolean closed;

    /** What was tried last; null before the first. Written by the coordinator's thread, read by any. */
    private volatile Snapshot lastContent;

    /** What the sources held when they could be parsed last. Written by the coordinator's thread, read by any. */
    private volatile Document latest;

    /** Whether a reload is under way. Written by the coordinator's thread, read by any. */
    private volatile boolean running;

    /** Whether a module could not be brought back since a reload succeeded. Written by the coordinator's thread, read by any. */
    private volatile boolean degraded;

    /** How the last reload ended that was to change something; null before the first. Written by the coordinator's thread, read by any. */
    private volatile Result lastResult;

    /**
     * Creates a coordinator.
     *
     * @param thread runs one task at a time; everything that swaps or settles runs there
     * @param breaker keeps what failed from being tried too often
     * @param view what of results may be logged
     * @param content what version 1 was made from; null if it could not be read
     */
    Coordinator(
            Setup setup, ScheduledExecutorService thread, Breaker breaker, ResultView view, Log log, Snapshot content) {
        this.setup = setup;
        this.view = view;
        this.thread = thread;
        this.breaker = breaker;
        this.log = log;
        this.lastContent = content;
        this.latest = inForce();
    }

    /**
     * Creates a coordinator with a breaker of its own.
     *
     * @param base how long a failure keeps the same from being tried again, doubled with each in a row; zero not to
     * @param cap the longest such wait
     */
    public static Coordinator of(
            Setup setup,
            ScheduledExecutorService thread,
            Duration base,
            Duration cap,
            ResultView view,
            Log log,
            Snapshot content) {
        return new Coordinator(setup, thread, new Breaker(base, cap, System::nanoTime), view, log, content);
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
        pending.values().forEach(waiting -> waiting.answer.complete(stopped(waiting.request)));
        pending.clear();
        if (retry != null) {
            retry.cancel(false);
        }
    }

    private Result stopped(Request request) {
        return newReload(request).begin().refused("the agent was stopped");
    }

    private synchronized CompletableFuture<Result> enqueue(Request request) {
        if (closed) {
            return CompletableFuture.completedFuture(stopped(request));
        }
        Pending waiting = pending.computeIfPresent(request.scope(), (scope, first) -> first.joined());
        if (waiting != null) {
            return waiting.answer;
        }
        Pending first = new Pending(request);
        try {
            thread.execute(this::runPending);
            pending.put(request.scope(), first);
        } catch (OutOfMemoryError e) {
            log.error("no thread for a reload", e);
            first.answer.complete(newReload(request).begin().refused("there is no thread for it: " + e.getMessage()));
        }
        return first.answer;
    }

    private void runPending() {
        Pending next;
        synchronized (this) {
            Iterator<Pending> waiting = pending.values().iterator();
            next = waiting.hasNext() ? waiting.next() : null;
            if (next != null) {
                waiting.remove();
            }
        }
        if (next == null) {
            return; // a request that was answered already, for want of a thread or because the agent was stopped
        }
        running = true;
        try {
            run(next);
        } catch (Throwable failure) {
            // Nothing is left to make a result of: the heap is exhausted. Whoever waits must not wait for ever.
            next.answer.completeExceptionally(failure);
        } finally {
            running = false;
        }
    }

    private void run(Pending next) {
        Reload reload = newReload(next.request);
        Result result = gate(reload, next.request);
        if (result != null) {
            answer(next, result);
            return;
        }
        result = run(reload.begin(), next.request);
        conclude(reload, result);
        answer(next, result);
        if (result.outcome().isSuccess()) {
            logRestartRequired(view.restartRequired(result));
            logUnknown(result.unknownKeys());
        }
        settle(reload);
    }

    /** Who has the answer is to find the agent ready. */
    private void answer(Pending answered, Result result) {
        running = false;
        answered.answer.complete(result);
    }

    /** Null if it may be tried; else it is answered before it has begun, and at once. */
    private Result gate(Reload reload, Request request) {
        boolean tries = !request.scope().isDryRun() && !request.scope().isRollBack();
        if (!tries || breaker.left().isZero()) {
            return null;
        }
        Snapshot content = request.snapshot() != null ? request.snapshot() : readOnce();
        Duration left = breaker.left(content);
        if (left.isZero()) {
            return null;
        }
        Result result = reload.backingOff(left, breaker.cause());
        log.info("{}", result.message());
        if (request.trigger() == Trigger.FILE) {
            lastContent = content;
            tryAgainIn(left, request.withoutSnapshot());
        }
        return result;
    }

    /** Null if they cannot be read now. */
    private Snapshot readOnce() {
        try {
            return setup.sources().read();
        } catch (SourceException e) {
            return null;
        }
    }

    /** Nobody asks again for what a file holds: it is remembered. */
    private synchronized void tryAgainIn(Duration left, Request request) {
        if (retry == null && !closed) {
            retry = thread.schedule(() -> tryAgain(request), left.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void tryAgain(Request request) {
        synchronized (this) {
            retry = null;
        }
        Future<?> unused = enqueue(request);
    }

    /**
     * Has what failed be tried again at the next request, without a wait. A change of a file that is waiting is tried now.
     *
     * @param actor who asks, or from where
     * @param reason why; null if nobody said
     */
    public void closeBreaker(String actor, String reason) {
        log.info(
                "what failed may be tried again at once, says {}{}",
                actor,
                reason == null ? "" : ", reason: " + reason);
        breaker.close();
        boolean waiting;
        synchronized (this) {
            waiting = retry != null && retry.cancel(false);
            retry = null;
        }
        if (waiting) {
            Future<?> unused = enqueue(Request.of(Trigger.FILE, "watcher", reason));
        }
    }

    private void conclude(Reload reload, Result result) {
        boolean tried = !result.request().scope().isDryRun() && result.outcome() != Outcome.INVALID;
        lastResult = tried ? result : lastResult;
        degraded = result.outcome() == Outcome.DEGRADED || (degraded && result.outcome() != Outcome.APPLIED);
        latest = reload.latest() == null ? latest : reload.latest();
        setup.history().add(result, reload.target());
        Scope scope = result.request().scope();
        if (scope.isDryRun() || scope.isRollBack()) {
            return;
        }
        if (result.outcome() == Outcome.APPLIED) {
            breaker.close();
        } else if (result.outcome().isFailure()) {
            breaker.failed(reload.content(), result.message());
        }
    }

    private void logRestartRequired(List<String> paths) {
        if (!paths.isEmpty()) {
            log.info(
                    "changed, but no dynamic field follows; a restart is needed: {}{}",
                    view.advised(paths.subList(0, Math.min(paths.size(), MOST_PATHS))),
                    paths.size() > MOST_PATHS ? " and " + (paths.size() - MOST_PATHS) + " more" : "");
        }
    }

    /** Once each, unless there are very many. */
    private void logUnknown(List<Problem> keys) {
        for (Problem key : keys) {
            if (unknownKeys.size() < MOST_UNKNOWN && unknownKeys.add(key.path())) {
                log.warn("{}", key);
            }
        }
    }

    private Reload newReload(Request request) {
        String id = UUID.randomUUID().toString();
        log.debug("reload {}: {}", id, request);
        return new Reload(id, request, setup, view, log);
    }

    private Result run(Reload reload, Request request) {
        try {
            if (request.scope().isRollBack()) {
                return reload.runBack();
            }
            Snapshot snapshot = reload.read();
            lastContent = request.scope().isDryRun() ? lastContent : snapshot;
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

    /** The paths at which the sources hold something else than what is in force, in canonical order. */
    public List<Path> drift() {
        return latest.differences(inForce());
    }

    private Document inForce() {
        return (Document) setup.versions().current().basis();
    }

    /** How the agent is. */
    public State state() {
        if (running) {
            return State.RELOADING;
        }
        if (degraded) {
            return State.DEGRADED;
        }
        return breaker.left().isZero() ? State.READY : State.BACKING_OFF;
    }

    /** How long what failed last has to wait before it is tried again; zero if it need not. */
    public Duration backingOff() {
        return breaker.left();
    }

    /** How the last reload ended that was to change something, dry runs and misdirected requests left out; null before the first. */
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
