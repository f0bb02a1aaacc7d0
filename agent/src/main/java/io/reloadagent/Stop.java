package io.reloadagent;

import io.reloadagent.report.Log;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes the agent out of the JVM: undoes what the start has done, last first, on the coordinator's thread, so after a reload
 * that is under way. What cannot be undone is said in the log, and the rest is undone nevertheless. Thread-safe.
 */
final class Stop implements Runnable {

    /** For whoever asks. A reload that is under way, and the code that it calls, may take longer. */
    private static final long PATIENCE_SECONDS = 60;

    private final Executor coordinatorThread;
    private final Runnable stopped;
    private final Log log;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Filled by the thread that starts the agent; emptied by the one that stops it. Guarded by itself. */
    private final Deque<Step> steps = new ArrayDeque<>();

    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /**
     * Without anything to undo yet.
     *
     * @param stopped is run in the end
     */
    Stop(Executor coordinatorThread, Runnable stopped, Log log) {
        this.coordinatorThread = coordinatorThread;
        this.stopped = stopped;
        this.log = log;
    }

    /** Adds what is to be undone before all that was added before; {@code what} says in the log what could not be done. */
    void first(String what, Action action) {
        synchronized (steps) {
            steps.push(new Step(what, action));
        }
    }

    /**
     * Stops the agent and waits until it has stopped. To stop it again just waits.
     *
     * @throws IllegalStateException if it takes longer than {@link #PATIENCE_SECONDS}; it goes on
     */
    @Override
    public void run() {
        if (begun.compareAndSet(false, true)) {
            begin();
        }
        try {
            ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the agent has not stopped within " + PATIENCE_SECONDS
                    + " s, perhaps because of a reload that is under way; it goes on, see its log");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the agent stops nevertheless, see its log");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the agent was stopped only in part, see its log: " + e.getCause());
        }
    }

    private void begin() {
        log.info("stopping");
        try {
            coordinatorThread.execute(this::stop);
        } catch (OutOfMemoryError noThread) {
            begun.set(false);
            throw noThread;
        }
    }

    private void stop() {
        Throwable failure = undo();
        stopped.run();
        if (failure == null) {
            log.info("stopped; all fields have the application's own values");
            ended.complete(null);
        } else {
            ended.completeExceptionally(failure);
        }
    }

    /**
     * Undoes what was done so far, on the calling thread; for a start that failed.
     *
     * @return the first failure, null if there was none; all are in the log
     */
    Throwable undo() {
        Throwable first = null;
        for (Step step = next(); step != null; step = next()) {
            try {
                step.action.run();
            } catch (Throwable failure) {
                log.error("the agent could not {}", step.what, failure);
                first = first == null ? failure : first;
            }
        }
        return first;
    }

    private Step next() {
        synchronized (steps) {
            return steps.poll();
        }
    }

    /** Something to undo; may throw what it likes. */
    interface Action {

        void run() throws Exception;
    }

    private static final class Step {

        private final String what;
        private final Action action;

        Step(String what, Action action) {
            this.what = what;
            this.action = action;
        }
    }
}
