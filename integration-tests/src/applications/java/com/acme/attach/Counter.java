package com.acme.attach;

import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.Reloadable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often it is called. */
class Counter implements Reloadable {

    private final AtomicInteger calls = new AtomicInteger();

    int calls() {
        return calls.get();
    }

    @Override
    public void reload(ReloadContext context, List<ConfigChange> changes) {
        calls.incrementAndGet();
    }
}
