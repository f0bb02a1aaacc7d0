package io.reloadagent.benchmarks.transaction;

import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.Reloadable;
import java.util.List;

/** A module that does nothing, or fails if it is told to. */
final class Moody implements Reloadable {

    private volatile boolean fails;

    void fail(boolean now) {
        fails = now;
    }

    @Override
    public void reload(ReloadContext context, List<ConfigChange> changes) {
        if (fails && !context.isCompensation()) {
            throw new IllegalStateException("told to fail");
        }
    }
}
