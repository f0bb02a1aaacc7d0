package io.reloadagent.reload;

import io.reloadagent.bind.ChangeSet;
import io.reloadagent.bind.Effect;
import io.reloadagent.field.Pin;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** What a change does besides to give fields other values, in one reload: after all modules. */
final class EffectParticipant implements Participant {

    private final Effect effect;
    private final Callbacks callbacks;

    EffectParticipant(Effect effect, Callbacks callbacks) {
        this.effect = effect;
        this.callbacks = callbacks;
    }

    @Override
    public String name() {
        return effect.name();
    }

    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean isConcernedBy(ChangeSet all, Deadline deadline) {
        return true;
    }

    @Override
    public boolean canReload(Deadline deadline) {
        return true;
    }

    @Override
    public void validate(Deadline deadline) {
        // Its values were converted when it was found.
    }

    @Override
    public void reload(Deadline deadline, Supplier<Pin> show) throws CallbackException {
        run(
                () -> {
                    Pin seen = show.get();
                    try {
                        effect.apply();
                        return null;
                    } finally {
                        seen.close();
                    }
                },
                deadline);
    }

    @Override
    public void compensate(Deadline deadline) throws CallbackException {
        run(
                () -> {
                    effect.undo();
                    return null;
                },
                deadline);
    }

    /** Of several instances, some may have been called. */
    @Override
    public boolean isUndoneWhenFailed() {
        return true;
    }

    private void run(Callable<?> call, Deadline deadline) throws CallbackException {
        callbacks.run(call, ClassLoader.getSystemClassLoader(), deadline);
    }
}
