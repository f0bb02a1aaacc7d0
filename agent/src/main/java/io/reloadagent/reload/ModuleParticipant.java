package io.reloadagent.reload;

import io.reloadagent.bind.Change;
import io.reloadagent.bind.ChangeSet;
import io.reloadagent.field.Pin;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A module in one reload. Every method runs the application's code, and waits for it up to a deadline. */
final class ModuleParticipant implements Participant {

    private final String name;
    private final Object module;
    private final Callbacks callbacks;
    private final Map<String, Object> facts;

    /** Those that concern the module's application; empty until they are known. */
    private List<Change> changes = Collections.emptyList();

    /** The same in types of the JDK. */
    private List<Object[]> told = Collections.emptyList();

    private Duration timeout;
    private int order;

    /**
     * A module that a reload begins with.
     *
     * @param facts what {@code ReloadContext} tells in every call
     */
    ModuleParticipant(String name, Object module, Callbacks callbacks, Map<String, Object> facts) {
        this.name = name;
        this.module = module;
        this.callbacks = callbacks;
        this.facts = facts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public boolean isConcernedBy(ChangeSet all, Deadline deadline) throws CallbackException {
        Kinship kinship = new Kinship(module.getClass());
        changes = all.concerning(kinship::isCertain);
        if (changes.size() < all.ofFields().size()) {
            changes = run(() -> all.concerning(kinship::includes), deadline);
        }
        told = plain(changes);
        return !changes.isEmpty();
    }

    @Override
    public boolean canReload(Deadline deadline) throws CallbackException {
        boolean can = run(() -> asked(deadline), deadline);
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new CallbackException("returned reloadTimeout " + timeout + ", which is not positive", null);
        }
        return can;
    }

    /** On the callback's thread. */
    private boolean asked(Deadline deadline) throws Exception {
        boolean can =
                Boolean.TRUE.equals(step("canReload", null, false, deadline).call());
        if (can) {
            order = (Integer) step("reloadOrder", null, false, deadline).call();
            timeout = (Duration) step("reloadTimeout", null, false, deadline).call();
        }
        return can;
    }

    @Override
    public void validate(Deadline deadline) throws CallbackException {
        Deadline limit = limited(deadline);
        run(() -> step("validate", told, false, limit).call(), limit);
    }

    @Override
    public void reload(Deadline deadline, Supplier<Pin> show) throws CallbackException {
        Deadline limit = limited(deadline);
        run(
                () -> {
                    Pin seen = show.get();
                    try {
                        return step("reload", told, false, limit).call();
                    } finally {
                        seen.close();
                    }
                },
                limit);
    }

    /** One that failed has said so itself: it undoes nothing that it has not done. */
    @Override
    public boolean isUndoneWhenFailed() {
        return false;
    }

    @Override
    public void compensate(Deadline deadline) throws CallbackException {
        List<Object[]> reversed = plain(changes.stream().map(Change::reversed).collect(Collectors.toList()));
        Deadline limit = limited(deadline);
        run(() -> step("reload", reversed, true, limit).call(), limit);
    }

    private Deadline limited(Deadline deadline) {
        return timeout == null ? deadline : deadline.atMostIn(timeout);
    }

    private Callable<?> step(String step, List<Object[]> itsChanges, boolean compensation, Deadline deadline)
            throws ReflectiveOperationException {
        return Module.call(module, step, context(compensation, deadline), itsChanges);
    }

    private <T> T run(Callable<T> call, Deadline deadline) throws CallbackException {
        return callbacks.run(call, module.getClass().getClassLoader(), deadline);
    }

    private Map<String, Object> context(boolean compensation, Deadline deadline) {
        Map<String, Object> context = new HashMap<>(facts);
        context.put("compensation", compensation);
        context.put("deadlineNanos", deadline.nanoTime());
        return context;
    }

    private static List<Object[]> plain(List<Change> changes) {
        return changes.stream()
                .map(change -> new Object[] {change.path().toString(), change.oldValue(), change.newValue()})
                .collect(Collectors.toList());
    }
}
