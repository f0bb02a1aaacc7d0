package io.reloadagent.reload;

import io.reloadagent.bind.Binder;
import io.reloadagent.field.Cell;
import io.reloadagent.field.Versions;
import io.reloadagent.report.Events;
import io.reloadagent.source.Sources;
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
    private final Policy policy;
    private final History history;
    private final Misfits misfits;
    private final Consumer<Result> concluded;
    private final Reading reading;
    private final AtomicInteger abandoned = new AtomicInteger();

    /**
     * Puts together what reloads work with.
     *
     * @param reading reads and parses the sources, in time
     * @param settling gets the cells that a swap opened, when it is over
     * @param history gets what happens, and has what there was
     * @param misfits forgets what did not fit, when a reload succeeds
     * @param concluded gets every result, on the coordinator's thread; returns at once and throws nothing
     */
    public Setup(
            Sources sources,
            Reading reading,
            Binder binder,
            Versions versions,
            Consumer<Collection<Cell>> settling,
            Modules modules,
            Events events,
            Policy policy,
            History history,
            Misfits misfits,
            Consumer<Result> concluded) {
        this.sources = sources;
        this.reading = reading;
        this.binder = binder;
        this.versions = versions;
        this.settling = settling;
        this.modules = modules;
        this.events = events;
        this.policy = policy;
        this.history = history;
        this.misfits = misfits;
        this.concluded = concluded;
    }

    Sources sources() {
        return sources;
    }

    Reading reading() {
        return reading;
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

    Policy policy() {
        return policy;
    }

    History history() {
        return history;
    }

    Misfits misfits() {
        return misfits;
    }

    Consumer<Result> concluded() {
        return concluded;
    }

    /** Counts the threads of callbacks that did not return in time and still have not. */
    AtomicInteger abandoned() {
        return abandoned;
    }

    /** How many callbacks did not return in time and still have not. */
    public int abandonedThreads() {
        return abandoned.get();
    }
}
