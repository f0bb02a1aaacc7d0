package com.acme.service;

import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.Reloadable;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Behaves as it is told, and writes down how it was called. */
class Module implements Reloadable {

    private final String name;
    private final List<String> calls;
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile String behaviour = "well";

    Module(String name, List<String> calls) {
        this.name = name;
        this.calls = calls;
    }

    void behave(String how) {
        behaviour = how;
    }

    /** Ends the calls that wait; later ones do not wait. */
    void release() {
        behaviour = "well";
        release.countDown();
    }

    @Override
    public void validate(ReloadContext context, List<ConfigChange> changes) {
        calls.add(name + " validate " + describe(changes));
        if (behaviour.equals("refuse")) {
            throw new IllegalArgumentException(name + " refuses");
        }
    }

    @Override
    public void reload(ReloadContext context, List<ConfigChange> changes) throws Exception {
        calls.add(name + (context.isCompensation() ? " undo " : " reload ") + describe(changes));
        if (!context.isCompensation()) {
            behave();
        }
    }

    private void behave() throws Exception {
        switch (behaviour) {
            case "exception":
                throw new Exception(name + " cannot");
            case "error":
                throw new AssertionError(name + " must not");
            case "overflow":
                overflow(0);
                break;
            case "linkage":
                throw new NoClassDefFoundError("com/acme/Gone");
            case "wait":
                release.await();
                break;
            case "hang":
                waitIgnoringInterrupts();
                break;
            default:
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private int overflow(int depth) {
        return overflow(depth + 1) + 1;
    }

    private void waitIgnoringInterrupts() {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException e) {
                calls.add(name + " ignores an interrupt");
            }
        }
        calls.add(name + " returns at last");
    }

    private static String describe(List<ConfigChange> changes) {
        return changes.stream()
                .map(change -> change.fieldPath() + ": " + typed(change.oldValue()) + " -> " + typed(change.newValue()))
                .collect(Collectors.joining(", "));
    }

    private static String typed(Object value) {
        return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }
}
