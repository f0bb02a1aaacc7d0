package io.reloadagent.reload;

import io.reloadagent.bind.Binder;
import io.reloadagent.field.Cell;
import io.reloadagent.field.Versions;
import io.reloadagent.report.Events;
import io.reloadagent.source.Sources;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What every reload works with. Immutable, but for the things it names. */
public final class Setup {

    private final Sources sources;
    private final Binder binder;
    private final Versions versions;
    private final Consumer<Collection<Cell>> settling;
    private final Modules modules;
    private final Events events;
    private final Duration timeout;
    private final EnabledModules enabled;
    private final History history;
    private final AtomicInteger abandoned = new AtomicInteger();

    /**
     * Puts together what reloads work with.
     *
     * @param settling gets the cells that a swap opened, when it is over
     * @param timeout how long one reload may take, compensation not included
     * @param enabled the modules that take part
     * @param history gets what happens, and has what there was
     */
    public Setup(
            Sources sources,
            Binder binder,
            Versions versions,
            Consumer<Collection<Cell>> settling,
            Modules modules,
            Events events,
            Duration timeout,
            EnabledModules enabled,
            History history) {
        this.sources = sources;
        this.binder = binder;
        this.versions = versions;
        this.settling = settling;
        this.modules = modules;
        this.events = events;
        this.timeout = timeout;
        this.enabled = enabled;
        this.history = history;
    }

    Sources sources() {
        return sources;
    }

    Binder binder() {
        return binder;
    }

    Versions versions() {
        return versions;
    }

    Consumer<Collection<Cell>> settling() {
        return settling;
    }

    Modules modules() {
        return modules;
    }

    Events events() {
        return events;
    }

    Duration timeout() {
        return timeout;
    }

    EnabledModules enabled() {
        return enabled;
    }

    History history() {
        return history;
    }

    /** Counts the threads of callbacks that did not return in time and still have not. */
    AtomicInteger abandoned() {
        return abandoned;
    }
}
