package io.reloadagent.trigger;

import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadFactory;

/**
 * Carries out what the command line asks for by attaching to this JVM: the same that HTTP does, in files instead of a connection, and
 * without a token, for who can attach is the user of this process, or root. Thread-safe.
 */
public final class CliTrigger implements AutoCloseable {

    /** So many commands at once. */
    static final int MOST = 16;

    private final ThreadFactory threads = new DaemonThreads("reload-agent-cli-");
    private final Operations operations;
    private final ReloadCall reload;
    private final Log log;

    /** Guarded by this. */
    private final Set<CliSession> sessions = new LinkedHashSet<>();

    /** Made for the first command, so that an agent that is not asked has none; guarded by this. */
    private EventStreams streams;

    /** Guarded by this. */
    private Endpoints endpoints;

    /** Null before the first command; guarded by this. */
    private CliDoor door;

    /** Guarded by this. */
    private boolean closed;

    /** @param reloadTimeout how long a reload may take; commands wait a little longer */
    public CliTrigger(Operations operations, Duration reloadTimeout, Log log) {
        this.operations = operations;
        this.reload = new ReloadCall(operations, reloadTimeout, log);
        this.log = log;
    }

    /**
     * Begins to answer a command, on a thread of its own.
     *
     * @param folder belongs to the user of this process alone
     * @throws IllegalStateException if the command is not answered, with the reason
     */
    public synchronized void open(String folder) {
        if (closed) {
            throw new IllegalStateException("the agent is just being stopped");
        }
        if (sessions.size() >= MOST) {
            throw new IllegalStateException(MOST + " commands are being answered already; try again");
        }
        try {
            SessionFolder session = SessionFolder.open(folder);
            openDoor(session);
            start(new CliSession(session, endpoints(), this::ended, log));
        } catch (IOException unusable) {
            throw new IllegalStateException("the command cannot be answered: " + unusable.getMessage(), unusable);
        }
    }

    /** For the commands that come next; without one, they attach again. */
    private void openDoor(SessionFolder session) {
        try {
            Path place = session.door();
            if (place != null && (door == null || door.isClosed())) {
                CliDoor next = CliDoor.open(place, this::open, log);
                threads.newThread(next).start();
                door = next;
            }
        } catch (IOException | OutOfMemoryError unusable) {
            log.debug("no door for further commands", unusable);
        }
    }

    private Endpoints endpoints() {
        if (endpoints == null) {
            streams = EventStreams.of(operations, log);
            endpoints = Endpoints.of(operations, reload, streams, log);
        }
        return endpoints;
    }

    private void start(CliSession session) {
        sessions.add(session);
        try {
            threads.newThread(session).start();
        } catch (OutOfMemoryError noThread) {
            sessions.remove(session);
            throw new IllegalStateException("there is no thread for the command", noThread);
        }
    }

    private synchronized void ended(CliSession session) {
        sessions.remove(session);
    }

    /** Ends all that are being answered, and takes no more. Closing again does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        sessions.forEach(CliSession::close);
        if (door != null) {
            door.close();
        }
        if (streams != null) {
            streams.close();
            streams = null;
        }
    }
}
