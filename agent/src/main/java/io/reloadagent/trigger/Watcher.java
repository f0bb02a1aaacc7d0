package io.reloadagent.trigger;

import io.reloadagent.reload.Coordinator;
import io.reloadagent.reload.Reading;
import io.reloadagent.reload.Request;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Log;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Sources;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Watches the sources: asks for a reload when their content is another than the one that was tried last. The events of the
 * file system only say when to look; what counts is the content, so that an event too many does no harm, and one that is
 * missed costs a check interval.
 */
public final class Watcher implements Runnable, AutoCloseable {

    private static final long CLOSE_MILLIS = 200;

    /** How long a file may be written to without a pause until the log says so. */
    private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(30);

    /** So that a source which kept changing is called that, and not one that hangs. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Sources sources;
    private final Reading reading;
    private final Coordinator coordinator;
    private final Duration checkInterval;
    private final Log log;

    /** The last message about a source that cannot be read, said once; null if it can. Confined to the watcher's thread. */
    private String complaint;

    /** The sources that were said to be missing or unreadable and are still. Confined to the watcher's thread. */
    private final Set<String> lost = new LinkedHashSet<>();

    /** Written by whoever closes; read by the watcher's thread. */
    private volatile Thread thread;

    /**
     * Creates a watcher; {@link #start} starts it.
     *
     * @param reading reads the sources, in time
     * @param checkInterval the longest time between two looks at the content
     * @param complaint why the sources could not be read before, as that was said already; null if they could
     */
    public Watcher(
            Sources sources,
            Reading reading,
            Coordinator coordinator,
            Duration checkInterval,
            String complaint,
            Log log) {
        this.sources = sources;
        this.reading = reading;
        this.coordinator = coordinator;
        this.checkInterval = checkInterval;
        this.complaint = complaint;
        this.log = log;
    }

    /** Starts watching, on a daemon thread. */
    public void start() {
        Thread watching = new DaemonThreads("reload-agent-watcher-").newThread(this);
        thread = watching;
        watching.start();
    }

    /**
     * Ends watching, and waits a moment until it has ended. To be called when the JVM shuts down: the thread by which the
     * JDK waits for file events is in native code, and the JVM would wait 300 ms for it before it exits.
     */
    @Override
    public void close() {
        Thread watching = thread;
        thread = null;
        if (watching != null) {
            watching.interrupt();
            try {
                watching.join(CLOSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void run() {
        while (isOpen()) {
            try (DirectoryEvents events = DirectoryEvents.of(sources::watched, log)) {
                watch(events);
            } catch (InterruptedException e) {
                log.debug(isOpen() ? "somebody interrupted the watcher, which goes on" : "the watcher ends");
            }
        }
    }

    private boolean isOpen() {
        return thread == Thread.currentThread();
    }

    private void watch(DirectoryEvents events) throws InterruptedException {
        Rests rests = new Rests();
        while (isOpen()) {
            boolean foundNew = checkSafely();
            if (!foundNew) {
                rests.takeIfBusy();
            }
            awaitSafely(events);
        }
    }

    /** Waits for something to look at. That may fail as well, when the heap is exhausted. */
    private void awaitSafely(DirectoryEvents events) throws InterruptedException {
        try {
            if (!events.renew()) {
                events.await(checkInterval);
            }
        } catch (RuntimeException | Error e) {
            complain("events of files cannot be awaited: " + e);
            TimeUnit.NANOSECONDS.sleep(checkInterval.toNanos());
        }
    }

    /** Whatever fails, the application is not told, and the next look comes. Returns whether there was something new. */
    private boolean checkSafely() throws InterruptedException {
        try {
            return check();
        } catch (SourceException e) {
            if (e.kind() == SourceException.Kind.MISSING || e.kind() == SourceException.Kind.UNREADABLE) {
                lost.addAll(e.sources());
            }
            complain(e.getMessage());
        } catch (RuntimeException | Error e) {
            complain("the sources cannot be checked: " + e);
        }
        return false;
    }

    private boolean check() throws SourceException, InterruptedException {
        log.trace("the sources are compared with what was tried last");
        if (within(sources::read).equals(coordinator.lastContent())) {
            complaint = null;
            sayIfBack();
            return false;
        }
        Snapshot settled = within(() -> sources.readSettled(SETTLE_TIMEOUT));
        complaint = null;
        if (settled.equals(coordinator.lastContent())) {
            sayIfBack();
            return false;
        }
        lost.clear(); // the reload tells the rest
        coordinator
                .request(Request.of(Trigger.FILE, "watcher", null).withSnapshot(settled))
                .join();
        return true;
    }

    private Snapshot within(Reading.Step<Snapshot> step) throws SourceException, InterruptedException {
        return reading.within(SETTLE_TIMEOUT.plus(GRACE), "source " + sources, step);
    }

    private void sayIfBack() {
        if (!lost.isEmpty()) {
            log.info(
                    "{} {} back, with the content that was tried last",
                    String.join(", ", lost),
                    lost.size() == 1 ? "is" : "are");
            lost.clear();
        }
    }

    private void complain(String message) {
        if (isOpen() && !message.equals(complaint)) {
            complaint = message;
            log.warn("{}; the version in force stays until the source can be read again", message);
        }
    }
}
