package io.reloadagent.api;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * A scope in which the current thread reads all dynamic fields from one version, however many reloads happen meanwhile:
 *
 * <pre>{@code
 * try (PinnedScope scope = ReloadAgent.pin()) {
 *     connect(settings.host, settings.port);
 *     executor.submit(scope.wrap(() -> ping(settings.host)));
 * }
 * }</pre>
 *
 * <p>Scopes may be nested: an inner one sees what the outer one does. As long as a scope is open, reads of fields that
 * changed since it was opened are a little slower, for all threads: keep it as short as the work that needs it. To be used
 * by the thread that opened it; what {@link #wrap(Runnable)} returns, by any. Without an agent it does nothing.
 */
public final class PinnedScope implements AutoCloseable {

    /** Null without an agent. */
    private final AutoCloseable pin;

    PinnedScope(AutoCloseable pin) {
        this.pin = pin;
    }

    /** The same task, run in this scope: it reads what this thread reads, on whichever thread and whenever it runs. */
    public Runnable wrap(Runnable task) {
        Supplier<AutoCloseable> view = handOn();
        return () -> {
            PinnedScope scope = new PinnedScope(view.get());
            try {
                task.run();
            } finally {
                scope.close();
            }
        };
    }

    /** The same task, called in this scope: it reads what this thread reads, on whichever thread and whenever it runs. */
    public <T> Callable<T> wrap(Callable<T> task) {
        Supplier<AutoCloseable> view = handOn();
        return () -> {
            PinnedScope scope = new PinnedScope(view.get());
            try {
                return task.call();
            } finally {
                scope.close();
            }
        };
    }

    /** What makes another thread see the same, until that is closed. */
    @SuppressWarnings("unchecked")
    private Supplier<AutoCloseable> handOn() {
        return pin == null ? () -> null : ((Supplier<Supplier<AutoCloseable>>) pin).get();
    }

    /**
     * Ends the scope; without effect if it ended already.
     *
     * @throws IllegalStateException if another thread opened it
     */
    @Override
    public void close() {
        if (pin != null) {
            try {
                pin.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
