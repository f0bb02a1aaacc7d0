package io.reloadagent.report;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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

    /** By the names of observers, of which there are few: those that all of one kind share. */
    private final Map<String, LongAdder> dropped = new ConcurrentHashMap<>();

    private final Log log;
    private final String typePrefix;

    /**
     * Without an observer yet, and without a prefix.
     *
     * @param log where it is said that an observer throws or is too slow
     */
    public Events(Log log) {
        this(log, "");
    }

    /**
     * Without an observer yet.
     *
     * @param log where it is said that an observer throws or is too slow
     * @param typePrefix what the type of every event begins with, {@code com.acme.} for example; empty for nothing
     */
    public Events(Log log, String typePrefix) {
        this.log = log;
        this.typePrefix = typePrefix;
    }

    /**
     * Lets an observer receive every event published from now on, until the registration is closed.
     *
     * @param name for the log and the name of its thread; need not be unique
     * @param observer may be slow and may throw; is called by one thread at a time
     */
    public Registration subscribe(String name, Consumer<Event> observer) {
        Registration registration = new Registration(name, observer, log, drops(name), registrations::remove);
        registrations.add(registration);
        return registration;
    }

    /**
     * Hands an event to the observers' queues and returns. Never blocks and never throws: for an observer whose queue is
     * full, or for whom the JVM has no thread left, the event is dropped and counted.
     */
    public void publish(Event event) {
        Event emitted = event.withTypePrefix(typePrefix);
        for (Registration registration : registrations) {
            registration.offer(emitted);
        }
    }

    /** The same for one observer, whom alone it concerns. */
    void publishTo(Registration registration, Event event) {
        registration.offer(event.withTypePrefix(typePrefix));
    }

    /** Counts the events that observers of a name did not get; for who loses some after they have left the queue. */
    public LongAdder drops(String name) {
        return dropped.computeIfAbsent(name, first -> new LongAdder());
    }

    /** Ends all subscriptions. */
    public void close() {
        registrations.forEach(Registration::close);
    }

    /** How many events were dropped in all, one event for two observers being two. */
    public long dropped() {
        return dropped.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** The same by the names of the observers, in alphabetical order. */
    public SortedMap<String, Long> droppedByName() {
        SortedMap<String, Long> counts = new TreeMap<>();
        dropped.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }
}
