package com.acme.modules;

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

/** Constructs modules, and nothing else. */
public final class ModulesMain {

    /** The agent holds modules weakly. */
    private static final Queue<Object> KEPT = new ConcurrentLinkedQueue<>();

    private static final List<String> CALLS = new CopyOnWriteArrayList<>();

    @Dynamic("modules.size")
    private static int size = 1;

    private ModulesMain() {}

    public static void main(String[] args) throws Exception {
        new Shell()
                .on("construct", words -> {
                    KEPT.add(construct(words.get(0)));
                    return "constructed";
                })
                .on(
                        "reload",
                        words -> ReloadAgent.requestReload()
                                .get(20, TimeUnit.SECONDS)
                                .outcome())
                .on("calls", words -> CALLS)
                .on("size", words -> size)
                .run();
    }

    private static Object construct(String what) {
        switch (what) {
            case "parent":
                return new Parent("parent");
            case "child":
                return new Child();
            case "failing":
                return constructFailing();
            case "renamed":
                Reloadable renamed = new Parent("renamed");
                ReloadAgent.register("a name of its own", renamed);
                return renamed;
            default:
                throw new IllegalArgumentException(what);
        }
    }

    private static Object constructFailing() {
        try {
            return new Failing();
        } catch (IllegalStateException expected) {
            return KEPT;
        }
    }

    static class Parent implements Reloadable {

        final String label;

        Parent(String label) {
            this.label = label;
        }

        @Override
        public void reload(ReloadContext context, List<ConfigChange> changes) {
            CALLS.add(label + " reads " + size + (isComplete() ? "" : ", incomplete"));
        }

        boolean isComplete() {
            return true;
        }
    }

    static final class Child extends Parent {

        private final Object state;

        Child() {
            super("child");
            state = new Object();
        }

        @Override
        boolean isComplete() {
            return state != null;
        }
    }

    static final class Failing extends Parent {

        Failing() {
            super("failing");
            KEPT.add(this);
            throw new IllegalStateException("this constructor never ends");
        }
    }
}
