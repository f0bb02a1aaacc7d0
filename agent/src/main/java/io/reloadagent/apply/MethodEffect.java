package io.reloadagent.apply;

import io.reloadagent.bind.Effect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Calls the method of all instances of one class. Thread-safe: the call of one may hang, and the others go back meanwhile. */
final class MethodEffect implements Effect {

    private final RuledClass target;
    private final Wanted before;
    private final Wanted after;
    private final Consumer<String> warn;
    /** Guarded by this. */
    private final Deque<LiveInstance> done = new ArrayDeque<>();
    /** Guarded by this. */
    private boolean undone;

    /** @param warn is told what is left as it is */
    MethodEffect(RuledClass target, Wanted before, Wanted after, Consumer<String> warn) {
        this.target = target;
        this.before = before;
        this.after = after;
        this.warn = warn;
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public void apply() throws Exception {
        int unknown = 0;
        for (LiveInstance instance : target.targets()) {
            if (isUndone()) {
                return;
            }
            try {
                if (bring(instance, after)) {
                    finished(instance);
                }
            } catch (UnknownValueException e) {
                unknown++;
            }
        }
        if (unknown > 0) {
            warn.accept(name() + " was not called on " + unknown + " of its instances, which keep what they have: "
                    + new UnknownValueException().getMessage());
        }
    }

    private synchronized boolean isUndone() {
        return undone;
    }

    private synchronized void finished(LiveInstance instance) {
        done.push(instance);
    }

    @Override
    public void undo() throws Exception {
        List<LiveInstance> reversed;
        synchronized (this) {
            undone = true;
            reversed = new ArrayList<>(done);
            done.clear();
        }
        Exception first = null;
        for (LiveInstance instance : reversed) {
            try {
                boolean unused = bring(instance, before);
            } catch (Exception e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private boolean bring(LiveInstance instance, Wanted wanted) throws Exception {
        try {
            return target.bring(instance, wanted);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable odd) {
            throw new IllegalStateException(odd);
        }
    }
}
