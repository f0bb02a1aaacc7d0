package io.reloadagent.report;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** An observer's place in {@link Events}. Thread-safe. */
public final class Registration implements AutoCloseable {

    /** More events than a reload of a thousand modules has. */
    static final int QUEUE_LENGTH = 1_024;

    private static final int IDLE_SECONDS = 10;
    private static final int FAILURE_KINDS = 32;

    private final String name;
    /** Emptied by {@link #close}: whoever keeps a closed registration keeps nothing of the application. */
    private final AtomicReference<Consumer<Event>> observer;

    private final Log log;
    private final LongAdder droppedByName;
    private final Consumer<Registration> remover;
    private final ThreadPoolExecutor thread;
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicBoolean dropReported = new AtomicBoolean();
    private final Set<String> reportedFailures = ConcurrentHashMap.newKeySet();

    /** Written by who publishes, read by who asks. */
    private volatile boolean droppedLast;

    Registration(
            String name, Consumer<Event> observer, Log log, LongAdder droppedByName, Consumer<Registration> remover) {
        this.name = Objects.requireNonNull(name, "name");
        this.observer = new AtomicReference<>(Objects.requireNonNull(observer, "observer"));
        this.log = log;
        this.droppedByName = droppedByName;
        this.remover = remover;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE_LENGTH),
                new DaemonThreads("reload-agent-observer-" + name + "-"),
                (task, full) -> drop());
        thread.allowCoreThreadTimeOut(true);
    }

    void offer(Event event) {
        try {
            droppedLast = false;
            thread.execute(() -> deliver(event));
        } catch (OutOfMemoryError noThreadLeft) {
            drop();
        }
    }

    private void drop() {
        if (observer.get() != null) {
            droppedLast = true;
            dropped.incrementAndGet();
            droppedByName.increment();
            reportDrops();
        }
    }

    /** Said by who publishes, since the observer's own thread may be stuck for ever. The log does not wait for its stream. */
    private void reportDrops() {
        if (dropReported.compareAndSet(false, true)) {
            log.warn("Observer '{}' is too slow: events for it are dropped, and counted from now on", name);
        }
    }

    private void deliver(Event event) {
        Consumer<Event> current = observer.get();
        if (current == null) {
            return;
        }
        try {
            current.accept(event);
        } catch (Throwable failure) {
            reportFailure(failure);
        }
    }

    private void reportFailure(Throwable failure) {
        failures.incrementAndGet();
        if (reportedFailures.size() < FAILURE_KINDS
                && reportedFailures.add(failure.getClass().getName())) {
            log.warn(
                    "Observer '{}' failed; more failures of this kind are only counted: {}",
                    name,
                    new FailureTrace(failure).line());
            if (log.isEnabled(Level.DEBUG)) {
                new FailureTrace(failure).frames().forEach(frame -> log.debug("    {}", frame));
            }
        }
    }

    /** The name given at subscription. */
    public String name() {
        return name;
    }

    /** How many events this observer did not get because its queue was full. */
    public long dropped() {
        return dropped.get();
    }

    /** Whether the last event that came was dropped. */
    boolean hasDroppedLast() {
        return droppedLast;
    }

    /** How often this observer threw. */
    public long failures() {
        return failures.get();
    }

    /** Ends the subscription, and waits a moment until the observer got what is in the queue. */
    void finish(Duration patience) throws InterruptedException {
        remover.accept(this);
        thread.shutdown();
        thread.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Ends the subscription: no call of the observer begins after this one, what waits in the queue is forgotten, and
     * nothing here refers to the observer any more. A call that is running is neither awaited nor interrupted. Closing
     * again does nothing.
     */
    @Override
    public void close() {
        observer.set(null);
        remover.accept(this);
        thread.shutdown();
        thread.getQueue().clear();
    }
}
