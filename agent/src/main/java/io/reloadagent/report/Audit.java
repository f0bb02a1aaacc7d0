package io.reloadagent.report;

import java.time.Duration;
import java.util.Map;

/**
 * Who had the agent do what: every operation, and every request that was refused because nobody showed who asks. The steps
 * of reloads are among it, so that an operation which never ended is there as well. Thread-safe.
 */
public final class Audit {

    /** In the log, in thread names and in metrics. */
    static final String NAME = "audit";

    private final Events events;

    /** Null if nobody keeps the audit. */
    private final AuditFile file;

    /** Null if nobody keeps the audit. */
    private final Registration queue;

    private Audit(Events events, AuditFile file, Registration queue) {
        this.events = events;
        this.file = file;
        this.queue = queue;
    }

    /** Without a file: nothing is kept. */
    public static Audit none() {
        return new Audit(null, null, null);
    }

    /** Kept in a file, together with the events of all reloads from now on. */
    public static Audit in(AuditFile file, Events events) {
        return new Audit(events, file, events.subscribe(NAME, file));
    }

    /** Whether anybody keeps it. */
    public boolean isKept() {
        return file != null;
    }

    /** Why the last line is not in the file, a sentence; null if all is well. */
    public String problem() {
        if (file == null) {
            return null;
        }
        return queue.hasDroppedLast()
                ? "the audit is not written in time: of what waits for it, " + queue.dropped() + " lines are lost"
                : file.problem();
    }

    /** Takes no more, and waits a moment until all is written that came so far. Closing again does nothing. */
    public void close(Duration patience) throws InterruptedException {
        if (file != null) {
            queue.finish(patience);
        }
    }

    /**
     * Adds an operation. Does not wait for the file.
     *
     * @param operation {@code reload} for example
     * @param data who, from where, why and with what result; no secrets; values may be null
     */
    public void add(String operation, Map<String, Object> data) {
        if (file != null) {
            events.publishTo(queue, Event.audit(operation, data));
        }
    }
}
