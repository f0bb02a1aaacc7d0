package io.reloadagent.reload;

import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.Reloadable;
import java.time.Duration;
import java.util.List;

/** A module that writes its calls down, and does what the test wants. */
final class TestModule implements Reloadable {

    /** What happens in a call. */
    interface Step {
        void run(ReloadContext context) throws Exception;
    }

    private final String name;
    private final List<String> calls;
    volatile boolean can = true;
    volatile Duration timeout;
    volatile int order;
    volatile Step validate = context -> {};
    volatile Step reload = context -> {};
    volatile Step compensate = context -> {};

    TestModule(String name, List<String> calls) {
        this.name = name;
        this.calls = calls;
    }

    @Override
    public boolean canReload() {
        return can;
    }

    @Override
    public int reloadOrder() {
        return order;
    }

    @Override
    public Duration reloadTimeout() {
        return timeout;
    }

    @Override
    public void validate(ReloadContext context, List<ConfigChange> changes) throws Exception {
        validate.run(context);
    }

    @Override
    public void reload(ReloadContext context, List<ConfigChange> changes) throws Exception {
        StringBuilder call = new StringBuilder(name + (context.isCompensation() ? " back" : ""));
        for (ConfigChange change : changes) {
            call.append(' ').append(change.fieldPath()).append(' ').append(change.oldValue());
            call.append("->").append(change.newValue());
        }
        calls.add(call.toString());
        (context.isCompensation() ? compensate : reload).run(context);
    }
}
