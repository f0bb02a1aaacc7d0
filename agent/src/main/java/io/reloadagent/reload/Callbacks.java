package io.reloadagent.reload;

import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Level;
import io.reloadagent.report.Log;
import io.reloadagent.source.SourceException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Runs the application's callbacks of one reload on a thread of their own: they can throw what they like, overflow their
 * stack, or never return. A thread that outlives a deadline is interrupted and abandoned, and the next call gets another.
 * No thread outlives the reload otherwise, so that none keeps what the application left in its thread locals.
 */
final class Callbacks implements AutoCloseable {

    /** Each keeps a stack, and what the application does on it. */
    private static final int MOST_ABANDONED = 8;

    private static final ThreadFactory THREADS = new DaemonThreads("reload-agent-callback-");

    private final int depth;
    private final AtomicInteger abandoned;
    private final Runnable late;
    private final UnaryOperator<String> mask;
    private final Log log;
    private Worker worker;

    /**
     * Creates the runner of one reload.
     *
     * @param depth of the reload, in a chain of reloads that callbacks ask for
     * @param abandoned counts the threads that were abandoned and have not ended since
     * @param late is run, on a thread of the application's code, when one of them has done what it was to do after all
     * @param mask hides secrets in what callbacks throw
     * @param log gets the stack traces of what callbacks throw, from the callback's own thread
     */
    Callbacks(int depth, AtomicInteger abandoned, Runnable late, UnaryOperator<String> mask, Log log) {
        this.depth = depth;
        this.abandoned = abandoned;
        this.late = late;
        this.mask = mask;
        this.log = log;
    }

    /**
     * Makes a call and waits for it.
     *
     * @param loader the context class loader that the code expects
     * @return what the call returned
     * @throws CallbackException if it threw, is still running at the deadline, or was not made because that has passed
     */
    <T> T run(Callable<T> call, ClassLoader loader, Deadline deadline) throws CallbackException {
        return run(call, loader, deadline, true);
    }

    /**
     * The same for a call that changes nothing, so that it does not matter how late it ends, and that is not interrupted: it may be in the
     * midst of initialising a class of the application, or read from a channel of it, and an interrupt would spoil either for good.
     */
    <T> T runUndisturbed(Callable<T> call, ClassLoader loader, Deadline deadline) throws CallbackException {
        return run(call, loader, deadline, false);
    }

    private <T> T run(Callable<T> call, ClassLoader loader, Deadline deadline, boolean interrupt)
            throws CallbackException {
        if (deadline.left().isZero()) {
            throw new CallbackException("was not called: no time is left", null);
        }
        try {
            return submit(call, loader, deadline, interrupt);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CallbackException
                    ? (CallbackException) e.getCause()
                    : new CallbackException("could not be called: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new CallbackException("did not return in time; its thread is abandoned", e);
        } catch (OutOfMemoryError e) {
            throw new CallbackException("got no thread: " + e.getMessage(), e);
        }
    }

    /**
     * Null if a reload may begin; else why not: too many earlier calls still have not returned. One that has begun may end
     * nevertheless, with the calls that undo it.
     */
    String exhausted() {
        return abandoned.get() < MOST_ABANDONED
                ? null
                : MOST_ABANDONED + " threads of earlier calls still have not returned, see the threads named"
                        + " reload-agent-callback; no reload can be made before some do";
    }

    private <T> T submit(Callable<T> call, ClassLoader loader, Deadline deadline, boolean interrupt)
            throws ExecutionException, TimeoutException {
        if (worker == null) {
            worker = new Worker();
        }
        Worker mine = worker;
        Future<T> future = mine.submit(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            Chain.enter(depth);
            T result = called(call);
            if (interrupt) {
                mine.returned();
            }
            return result;
        });
        try {
            return await(future, deadline);
        } catch (TimeoutException e) {
            future.cancel(interrupt); // if it has not begun by now, it must not begin after the reload was undone
            abandon(interrupt);
            throw e;
        }
    }

    /** The application may interrupt whatever threads it finds: this one is the agent's, and goes on. */
    private <T> T await(Future<T> future, Deadline deadline) throws ExecutionException, TimeoutException {
        while (true) {
            try {
                return future.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                log.debug("somebody interrupted the agent's thread, which goes on");
            }
        }
    }

    /** Runs on the callback's thread. What was thrown is described there, too: its message may be the application's code. */
    private <T> T called(Callable<T> call) throws CallbackException {
        try {
            return call.call();
        } catch (SourceException refused) {
            throw new CallbackException("found wrong values", refused);
        } catch (Throwable failure) {
            logTrace(failure);
            throw new CallbackException("threw " + describe(failure), failure);
        }
    }

    private void logTrace(Throwable failure) {
        if (log.isEnabled(Level.DEBUG)) {
            log.debug("a callback threw {}", describe(failure));
            for (StackTraceElement frame : failure.getStackTrace()) {
                log.debug("    at {}", frame);
            }
        }
    }

    private void abandon(boolean interrupt) {
        abandoned.incrementAndGet();
        worker.abandoned = true;
        if (interrupt) {
            worker.shutdownNow();
        } else {
            worker.shutdown();
        }
        worker = null;
    }

    /** The application's own {@code toString} may fail as well. */
    private String describe(Throwable failure) {
        try {
            return mask.apply(failure.toString());
        } catch (Throwable second) {
            return failure.getClass().getName();
        }
    }

    @Override
    public void close() {
        ExecutorService last = worker;
        if (last != null) {
            last.shutdown();
        }
    }

    private final class Worker extends ThreadPoolExecutor {

        /** Written by the coordinator when it gives up; read when the thread ends, if it ever does. */
        private volatile boolean abandoned;

        Worker() {
            super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), THREADS);
        }

        /** On its own thread, when a call has returned normally: if it was abandoned, the reload was undone, and what it did was not. */
        void returned() {
            if (abandoned) {
                log.warn("a callback that had not returned in time has ended late; what it did is not undone");
                late.run();
            }
        }

        @Override
        protected void terminated() {
            super.terminated();
            if (abandoned) {
                Callbacks.this.abandoned.decrementAndGet();
            }
        }
    }
}
