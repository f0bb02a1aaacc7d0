package io.reloadagent.trigger;

import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Event;
import io.reloadagent.report.Log;
import io.reloadagent.report.Registration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;

/**
 * The clients that are told of events, each on a thread of its own, and the last events, for those who come back. Thread-safe.
 */
final class EventStreams implements AutoCloseable {

    /** So many clients at once. */
    static final int MOST = 8;

    /** So many events are kept for who comes back: those of the last few dozen reloads. */
    static final int KEPT = 256;

    /** The name in the log, in thread names and in metrics. */
    private static final String KIND = "stream";

    private final ThreadFactory threads = new DaemonThreads("reload-agent-events-");
    private final LongAdder drops;
    private final Log log;

    /** Guarded by this. */
    private final Deque<Event> kept = new ArrayDeque<>();

    /** Guarded by this. */
    private final Set<EventStream> open = new LinkedHashSet<>();

    /** Guarded by this. */
    private boolean closed;

    private Registration registration;

    private EventStreams(LongAdder drops, Log log) {
        this.drops = drops;
        this.log = log;
    }

    /** Keeps the events from now on. */
    static EventStreams of(Operations operations, Log log) {
        EventStreams streams = new EventStreams(operations.drops(KIND), log);
        streams.registration = operations.observe(KIND, streams::add);
        return streams;
    }

    synchronized boolean hasRoom() {
        return !closed && open.size() < MOST;
    }

    /**
     * Tells a client of events from now on.
     *
     * @param last the last event that it has seen; null if it has seen none. If it is not kept, it gets all that are
     * @return false if there is no room
     */
    synchronized boolean open(ClientStream client, Deadline deadline, String last) {
        if (!hasRoom()) {
            return false;
        }
        EventStream stream = new EventStream(client, deadline, missed(last), this::ended, log);
        open.add(stream);
        try {
            threads.newThread(stream).start();
            return true;
        } catch (OutOfMemoryError noThread) {
            open.remove(stream);
            log.warn("no thread for a client that wants events", noThread);
            return false;
        }
    }

    private List<Event> missed(String last) {
        List<Event> missed = new ArrayList<>();
        if (last == null || last.isEmpty()) {
            return missed;
        }
        for (Event event : kept) {
            missed.add(event);
            if (event.globalId().equals(last)) {
                missed.clear();
            }
        }
        return missed;
    }

    private synchronized void add(Event event) {
        kept.add(event);
        if (kept.size() > KEPT) {
            kept.remove();
        }
        for (Iterator<EventStream> streams = open.iterator(); streams.hasNext(); ) {
            EventStream stream = streams.next();
            if (!stream.offer(event)) {
                streams.remove();
                stream.cutOff();
                drops.increment();
            }
        }
    }

    private synchronized void ended(EventStream stream) {
        open.remove(stream);
        drops.add(stream.waiting());
    }

    /** Cuts all clients off, and takes no more. Closing again does nothing. */
    @Override
    public void close() {
        registration.close();
        synchronized (this) {
            closed = true;
            open.forEach(EventStream::cutOff);
            open.clear();
        }
    }
}
