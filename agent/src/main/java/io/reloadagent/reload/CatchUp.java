package io.reloadagent.reload;

import io.reloadagent.bind.Follower;
import io.reloadagent.report.Log;
import io.reloadagent.source.Document;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * Has what came into being after a version was put in force brought up to date with it: on the coordinator's thread, so outside of any
 * reload, and by a thread for the application's code, up to a deadline. Thread-safe.
 */
public final class CatchUp {

    private final Setup setup;
    private final ScheduledExecutorService coordinatorThread;
    private final ResultView view;
    private final Log log;

    /** Whether one is to come that has not begun. */
    private final AtomicBoolean due = new AtomicBoolean();

    /**
     * @param coordinatorThread runs one task at a time; reloads run there
     * @param view hides secrets in what the application's code throws
     */
    public CatchUp(Setup setup, ScheduledExecutorService coordinatorThread, ResultView view, Log log) {
        this.setup = setup;
        this.coordinatorThread = coordinatorThread;
        this.view = view;
        this.log = log;
    }

    /** Has it be done soon; returns at once. */
    public void request() {
        if (due.compareAndSet(false, true)) {
            coordinatorThread.execute(this::run);
        }
    }

    private void run() {
        due.set(false);
        Document inForce = (Document) setup.versions().current().basis();
        UnaryOperator<String> mask = view.mask(inForce, inForce);
        for (Follower follower : setup.binder().followers()) {
            try (Callbacks callbacks = new Callbacks(0, setup.abandoned(), () -> {}, mask, log)) {
                catchUp(follower, inForce, callbacks);
            }
        }
    }

    private void catchUp(Follower follower, Document inForce, Callbacks callbacks) {
        String exhausted = callbacks.exhausted();
        if (exhausted != null) {
            log.warn("{} are not brought up to date: {}", follower, exhausted);
            return;
        }
        try {
            callbacks.run(
                    () -> {
                        follower.catchUp(inForce);
                        return null;
                    },
                    ClassLoader.getSystemClassLoader(),
                    Deadline.in(setup.policy().timeout()));
        } catch (CallbackException e) {
            log.warn("{} are not all brought up to date: what was called {}", follower, e.getMessage());
        }
    }
}
