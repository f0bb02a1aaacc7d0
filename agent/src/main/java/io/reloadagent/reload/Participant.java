package io.reloadagent.reload;

import io.reloadagent.bind.Change;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
        boolean can = Boolean.TRUE.equals(call("canReload", null, false, deadline, Participant::seesNothingNew));
        timeout = can ? (Duration) call("reloadTimeout", null, false, deadline, Participant::seesNothingNew) : null;
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new CallbackException("returned reloadTimeout " + timeout + ", which is not positive", null);
        }
        return can;
    }

    void validate(List<Change> changes, Deadline deadline) throws CallbackException {
        call("validate", changes, false, limited(deadline), Participant::seesNothingNew);
    }

    void reload(List<Change> changes, Deadline deadline, Consumer<Thread> show) throws CallbackException {
        call("reload", changes, false, limited(deadline), show);
    }

    void compensate(List<Change> changes, Deadline deadline) throws CallbackException {
        List<Change> reversed = changes.stream().map(Change::reversed).collect(Collectors.toList());
        call("reload", reversed, true, limited(deadline), Participant::seesNothingNew);
    }

    private Deadline limited(Deadline deadline) {
        return timeout == null ? deadline : deadline.atMostIn(timeout);
    }

    /** The thread of a call that is to read what all others read. */
    @SuppressWarnings("unused")
    private static void seesNothingNew(Thread thread) {}

    private Object call(
            String step, List<Change> changes, boolean compensation, Deadline deadline, Consumer<Thread> show)
            throws CallbackException {
        return callbacks.run(
                () -> Module.call(module, step, context(compensation, deadline), plain(changes))
                        .call(),
                module.getClass().getClassLoader(),
                deadline,
                show);
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
