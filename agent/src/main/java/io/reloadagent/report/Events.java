package io.reloadagent.report;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Tells observers about reloads without letting them delay one. Every observer has a queue and, while there is
 * something in it, a thread of its own, so that a slow one holds up neither the reload nor the other observers. Each
 * receives the events in the order in which they were published.
 *
 * <p>Thread-safe.
 */
public final class Events {

    private final List<Registration> registrations = new CopyOnWriteArrayList<>();
    private final LongAdder dropped = new LongAdder();
    private final Log log;

    /**
     * Without an observer yet.
     *
     * @param log where it is said that an observer throws or is too slow
     */
    public Events(Log log) {
        this.log = log;
    }

    /**
     * Lets an observer receive every event published from now on, until the registration is closed.
     *
     * @param name for the log and the name of its thread; need not be unique
     * @param observer may be slow and may throw; is called by one thread at a time
     */
    public Registration subscribe(String name, Consumer<Event> observer) {
        Registration registration = new Registration(name, observer, log, dropped, registrations::remove);
        registrations.add(registration);
        return registration;
    }

    /**
     * Hands an event to the observers' queues and returns. Never blocks and never throws: for an observer whose queue is
     * full, or for whom the JVM has no thread left, the event is dropped and counted.
     */
    public void publish(Event event) {
        for (Registration registration : registrations) {
            registration.offer(event);
        }
    }

    /** Ends all subscriptions. */
    public void close() {
        registrations.forEach(Registration::close);
    }

    /** How many events were dropped in all, one event for two observers being two. */
    public long dropped() {
        return dropped.sum();
    }
}
