package com.acme.delegation;

import com.acme.shell.Shell;
import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.Dynamic;
import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.Reloadable;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Constructs modules whose constructors call each other, and reloads in between. */
public final class DelegationMain {

    /** The agent holds modules weakly. */
    private static final Queue<Object> KEPT = new ConcurrentLinkedQueue<>();

    private static final List<String> CALLS = new CopyOnWriteArrayList<>();

    @Dynamic("delegation.size")
    private static int size = 1;

    private DelegationMain() {}

    public static void main(String[] args) throws Exception {
        new Shell()
                .on("construct", words -> {
                    Module module = words.isEmpty() ? new Module() : new Module(words.get(0));
                    KEPT.add(module);
                    return module.seen;
                })
                .on("reload", words -> requestReload())
                .on("calls", words -> CALLS)
                .on("size", words -> size)
                .run();
    }

    private static String requestReload() throws Exception {
        return String.valueOf(
                ReloadAgent.requestReload().get(20, TimeUnit.SECONDS).outcome());
    }

    static final class Module implements Reloadable {

        final String label;
        String seen = "nothing";
        private boolean complete;

        Module() throws Exception {
            this("default");
            seen = requestReload() + " " + CALLS;
            complete = true;
        }

        Module(String label) {
            this.label = label;
        }

        @Override
        public void reload(ReloadContext context, List<ConfigChange> changes) {
            CALLS.add(label + " reads " + size + (complete ? " complete" : ""));
        }
    }
}
