package com.acme.loaders;

import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.Dynamic;
import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.Reloadable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Lives in a class loader of its own, with its own copy of the API. */
public class Plugin implements Reloadable, Supplier<String> {

    private final AtomicInteger calls = new AtomicInteger();

    @Dynamic("plugin.size")
    private int size = 1;

    /** What only one of the plug-ins reads. */
    static final class Extra {

        @Dynamic("extra.size")
        private static int size = 1;

        private Extra() {}
    }

    @Override
    public void reload(ReloadContext context, List<ConfigChange> changes) {
        calls.incrementAndGet();
    }

    /** Reads the field of a class that the other plug-in does not use. */
    @SuppressWarnings("unused")
    public int extra() {
        return Extra.size;
    }

    @Override
    public String get() {
        return size + " calls " + calls + " active " + ReloadAgent.isActive();
    }
}
