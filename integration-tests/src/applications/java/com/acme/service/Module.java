package com.acme.service;

import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.ReloadResult;
import io.reloadagent.api.Reloadable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Behaves as it is told, and writes down how it was called. */
class Module implements Reloadable {

    private final String name;
    private final List<String> calls;
    private final List<CompletableFuture<ReloadResult>> requests;
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile String behaviour = "well";

    Module(String name, List<String> calls, List<CompletableFuture<ReloadResult>> requests) {
        this.name = name;
        this.calls = calls;
        this.requests = requests;
    }

    @Override
    public boolean canReload() {
        return !behaviour.equals("away");
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
            behave(changes);
        } else if (behaviour.equals("stuck")) {
            throw new Exception(name + " cannot go back");
        }
    }

    private void behave(List<ConfigChange> changes) throws Exception {
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
            case "chain":
                Files.write(Paths.get("app.yaml"), next(changes).getBytes(StandardCharsets.UTF_8));
                requests.add(ReloadAgent.requestReload());
                break;
            case "replace":
                ReloadAgent.unregister("other");
                ReloadAgent.register("late", new Module("late", calls, requests));
                break;
            case "hang":
                waitIgnoringInterrupts();
                break;
            default:
        }
    }

    /** The source with a value of {@code service.a} that is greater by one. */
    private static String next(List<ConfigChange> changes) {
        return "service: {a: " + ((Integer) changes.get(0).newValue() + 1) + ", b: 2}\n";
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
