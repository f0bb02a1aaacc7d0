package io.reloadagent.reload;

import io.reloadagent.bind.Change;
import io.reloadagent.field.Pin;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A module in one reload. Every method runs the application's code, and waits for it up to a deadline. */
final class Participant {

    private final String name;
    private final Object module;
    private final Callbacks callbacks;
    private final Map<String, Object> facts;
    private Duration timeout;

    /**
     * A module that a reload begins with.
     *
     * @param facts what {@code ReloadContext} tells in every call
     */
    Participant(String name, Object module, Callbacks callbacks, Map<String, Object> facts) {
        this.name = name;
        this.module = module;
        this.callbacks = callbacks;
        this.facts = facts;
    }

    String name() {
        return name;
    }

    /** Asks whether the module takes part, and for how long it may be called. */
    boolean canReload(Deadline deadline) throws CallbackException {
        boolean can = Boolean.TRUE.equals(call("canReload", null, false, deadline));
        timeout = can ? (Duration) call("reloadTimeout", null, false, deadline) : null;
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new CallbackException("returned reloadTimeout " + timeout + ", which is not positive", null);
        }
        return can;
    }

    void validate(List<Change> changes, Deadline deadline) throws CallbackException {
        call("validate", changes, false, limited(deadline));
    }

    /** Has the module take the changes over; {@code show} makes its thread see the new values until that is closed. */
    void reload(List<Change> changes, Deadline deadline, Supplier<Pin> show) throws CallbackException {
        Deadline limit = limited(deadline);
        run(
                () -> {
                    Pin seen = show.get();
                    try {
                        return step("reload", changes, false, limit).call();
                    } finally {
                        seen.close();
                    }
                },
                limit);
    }

    void compensate(List<Change> changes, Deadline deadline) throws CallbackException {
        List<Change> reversed = changes.stream().map(Change::reversed).collect(Collectors.toList());
        call("reload", reversed, true, limited(deadline));
    }

    private Deadline limited(Deadline deadline) {
        return timeout == null ? deadline : deadline.atMostIn(timeout);
    }

    private Object call(String step, List<Change> changes, boolean compensation, Deadline deadline)
            throws CallbackException {
        return run(() -> step(step, changes, compensation, deadline).call(), deadline);
    }

    private Callable<?> step(String step, List<Change> changes, boolean compensation, Deadline deadline)
            throws ReflectiveOperationException {
        return Module.call(module, step, context(compensation, deadline), plain(changes));
    }

    private Object run(Callable<Object> call, Deadline deadline) throws CallbackException {
        return callbacks.run(call, module.getClass().getClassLoader(), deadline);
    }

    private Map<String, Object> context(boolean compensation, Deadline deadline) {
        Map<String, Object> context = new HashMap<>(facts);
        context.put("compensation", compensation);
        context.put("deadlineNanos", deadline.nanoTime());
        return context;
    }

    private static List<Object[]> plain(List<Change> changes) {
        return changes == null
                ? null
                : changes.stream()
                        .map(change -> new Object[] {change.path().toString(), change.oldValue(), change.newValue()})
                        .collect(Collectors.toList());
    }
}
