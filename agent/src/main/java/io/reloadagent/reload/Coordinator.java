package io.reloadagent.reload;

import io.reloadagent.report.Log;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import io.reloadagent.store.HaltPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Runs reloads, one at a time, on a thread of the agent, which is the only one that swaps versions and settles cells.
 * Requests that arrive while a reload runs are answered together by the next one. Thread-safe.
 */
public final class Coordinator {

    private final Setup setup;
    private final ResultView view;
    private final Log log;
    private final Breaker breaker;
    private final Standing standing;
    private final Advice advice;
    private final RequestQueue queue;
    private final Retry retry;

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
        this.breaker = breaker;
        this.log = log;
        this.standing = new Standing(content, inForce());
        this.advice = new Advice(view, log);
        this.queue = new RequestQueue(thread, this::reload, this::refusal, log);
        this.retry = new Retry(thread, this::ask);
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
     * Asks for a reload that begins after this call. From within a callback of a reload, this is the next one.
     *
     * @return how it ended; completes exceptionally only if there is no memory left to say so
     */
    public CompletableFuture<Result> request(Request request) {
        Request placed = request.atDepth(Chain.depth());
        if (Chain.isTooLong(placed)) {
            log.warn("{}", Chain.TOO_LONG);
            return CompletableFuture.completedFuture(refusal(placed, Chain.TOO_LONG));
        }
        // A copy for each caller: none can complete or cancel another's.
        return queue.add(placed).thenApply(result -> result);
    }

    private void ask(Request request) {
        Future<?> unused = queue.add(request);
    }

    /** Refuses requests from now on, also those that wait for a reload that has not begun. Closing again does nothing. */
    public void close() {
        queue.close();
        retry.close();
    }

    private Result refusal(Request request, String why) {
        Reload reload = newReload(request);
        reload.begin();
        return reload.ending().refused(why);
    }

    private void reload(Pending next) {
        standing.begins();
        try {
            Reload reload = newReload(next.request());
            if (!isHeldBack(next, reload)) {
                carryOut(next, reload);
            }
        } finally {
            standing.ended();
        }
    }

    /** Whether it may not be tried yet; then it is answered at once. */
    private boolean isHeldBack(Pending next, Reload reload) {
        Request request = next.request();
        boolean tries = !request.scope().isDryRun() && !request.scope().isRollBack();
        if (!tries || breaker.left().isZero()) {
            return false;
        }
        Snapshot content = request.snapshot() != null ? request.snapshot() : readOnce();
        Duration left = breaker.left(content);
        if (left.isZero()) {
            return false;
        }
        Result result = reload.ending().backingOff(left, breaker.cause(content));
        log.info("{}", result.message());
        if (request.trigger() == Trigger.FILE) {
            standing.tried(content);
            retry.in(left, request.withoutSnapshot());
        }
        answer(next, result);
        return true;
    }

    /** Null if they cannot be read now. */
    private Snapshot readOnce() {
        try {
            return setup.reading().within(setup.policy().timeout(), "source " + setup.sources(), setup.sources()::read);
        } catch (SourceException | InterruptedException e) {
            log.debug("the sources cannot be read, so this is what failed: {}", e.getMessage());
            return null;
        }
    }

    private void carryOut(Pending next, Reload reload) {
        reload.begin();
        Result result = run(reload, next.request());
        conclude(reload, result);
        answer(next, result);
        HaltPoint.reached("result");
        if (result.outcome().isSuccess()) {
            advice.on(result);
        }
        settle(reload);
    }

    /** Who has the answer is to find the agent ready. */
    private void answer(Pending answered, Result result) {
        standing.ended();
        setup.concluded().accept(result);
        answered.answer().complete(result);
    }

    private Result run(Reload reload, Request request) {
        try {
            if (request.scope().isRollBack()) {
                return reload.runBack();
            }
            Snapshot snapshot = reload.read();
            if (!request.scope().isDryRun()) {
                standing.tried(snapshot);
            }
            return reload.run(snapshot);
        } catch (SourceException e) {
            return reload.ending().refused(e);
        } catch (Throwable failure) {
            log.error("a reload failed within the agent", failure);
            return reload.ending().refused("the agent itself failed: " + failure);
        }
    }

    private void conclude(Reload reload, Result result) {
        standing.concluded(result, reload.latest());
        if (result.outcome().isSuccess() && !result.request().scope().isDryRun()) {
            setup.misfits().clear();
        }
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

    private void settle(Reload reload) {
        try {
            reload.settle();
        } catch (Throwable failure) {
            log.error("reads of changed fields stay slower than they could be", failure);
        }
    }

    private Reload newReload(Request request) {
        String id = UUID.randomUUID().toString();
        log.debug("reload {}: {}", id, request);
        return new Reload(id, request, setup, view, standing::outOfStep, log);
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
        retry.now();
    }

    /** The content of the sources that was tried last, whether it was accepted or not; null if none was. */
    public Snapshot lastContent() {
        return standing.content();
    }

    /** The paths at which the sources hold something else than what is in force, in canonical order. */
    public List<Path> drift() {
        Document latest = standing.latest();
        Document inForce = inForce();
        if (latest == inForce) {
            return new ArrayList<>();
        }
        NavigableSet<Path> drift = new TreeSet<>(latest.differences(inForce));
        // A variable is no path of the document, until a field follows it.
        setup.binder().differing(inForce, latest).stream()
                .filter(path -> !isTold(path, drift))
                .forEach(drift::add);
        return new ArrayList<>(drift);
    }

    /** What the sources held when they could be parsed last. */
    public Document latest() {
        return standing.latest();
    }

    /** The paths that some reload of this JVM said need a restart, whatever they hold now; unmodifiable, and goes on growing. */
    public Set<Path> needingRestart() {
        return standing.needingRestart();
    }

    /** Whether it, something above, or something beneath it is among others. */
    private static boolean isTold(Path path, NavigableSet<Path> others) {
        Path next = others.ceiling(path);
        Path last = others.floor(path);
        return (next != null && next.startsWith(path)) || (last != null && path.startsWith(last));
    }

    private Document inForce() {
        return (Document) setup.versions().current().basis();
    }

    /** The agent is in its place. To be called on the coordinator's thread. */
    public void started() {
        standing.started();
    }

    /** How the agent is. */
    public State state() {
        if (!standing.isStarted()) {
            return State.STARTING;
        }
        if (standing.isRunning()) {
            return State.RELOADING;
        }
        if (standing.isDegraded()) {
            return State.DEGRADED;
        }
        if (setup.history().lastKnownGood() != null) {
            return State.LAST_KNOWN_GOOD;
        }
        SourceException lost = setup.sources().failure();
        if (lost != null) {
            return lost.kind() == SourceException.Kind.MISSING ? State.SOURCE_MISSING : State.SOURCE_UNREADABLE;
        }
        return breaker.left().isZero() ? State.READY : State.BACKING_OFF;
    }

    /** How the agent is, and why not all is well. */
    public Health health() {
        State state = state();
        Set<String> problems = new LinkedHashSet<>();
        SourceException lost = setup.sources().failure();
        if (lost != null) {
            lost.problems().forEach(problem -> problems.add(problem.toString()));
        }
        Result last = standing.lastResult();
        if (last != null && !last.outcome().isSuccess()) {
            problems.add(last.message());
        }
        LastKnownGood good = setup.history().lastKnownGood();
        if (good != null) {
            problems.add("the values are those of version " + good.version() + ", the last known good");
        }
        if (standing.isDegraded()) {
            problems.add("a module is not in step with the version in force");
        }
        problems.addAll(setup.misfits().list());
        return new Health(state, new ArrayList<>(problems));
    }

    /** How long what failed last has to wait before it is tried again; zero if it need not. */
    public Duration backingOff() {
        return breaker.left();
    }

    /** How the last reload ended that was to change something, dry runs and misdirected requests left out; null before the first. */
    public Result lastResult() {
        return standing.lastResult();
    }

    /** The number of the version in force. */
    public long version() {
        return setup.versions().current().number();
    }
}
