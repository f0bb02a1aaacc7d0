package io.reloadagent.apply;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Remembers the instances of classes that rules are for, weakly, from when a constructor has ended. In the application's thread it takes no
 * lock, and no memory but the entry; a thread of the agent does the rest. Thread-safe.
 */
public final class Tracker implements BiConsumer<Object, Class<?>>, AutoCloseable {

    private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** The constructor of a subclass has ended by then, as a rule. */
    private static final long LATER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
    private final ClassValue<TrackedClass> tracked = new ClassValue<TrackedClass>() {
        @Override
        protected TrackedClass computeValue(Class<?> type) {
            classes.add(type);
            return new TrackedClass();
        }
    };
    /** Those with instances, or that were looked at. Weak; guarded by its own lock, which is taken once a class. */
    private final Set<Class<?>> classes = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    /** Those of them that have been told of. Confined to the tracker's thread. */
    private final Set<Class<?>> told = Collections.newSetFromMap(new WeakHashMap<>());

    private final Consumer<Class<?>> found;
    private final Runnable late;
    private final Thread thread;

    /** Whether an instance that is made now may lack a value that is in force. Written by the coordinator, read by the application. */
    private volatile boolean anyInForce;
    /** Whether such an instance was made. Written by the application's threads, and by the tracker's. */
    private volatile boolean pending;
    /** Written by whoever stops the agent. */
    private volatile boolean closed;

    /**
     * A tracker whose thread is not started.
     *
     * @param threads makes its thread
     * @param found is told of each class, soon after its first instance
     * @param late is run when instances were made that may lack a value which is in force
     */
    public Tracker(ThreadFactory threads, Consumer<Class<?>> found, Runnable late) {
        this.found = found;
        this.late = late;
        this.thread = threads.newThread(this::run);
    }

    /** Starts its thread, which forgets the dead. */
    public void start() {
        thread.start();
    }

    /** Called in the application's thread when a constructor of {@code type} has ended; that of a subclass may still run. */
    @Override
    public void accept(Object instance, Class<?> type) {
        tracked.get(type).instances().add(instance, collected);
        if (anyInForce && !pending) {
            pending = true;
            LockSupport.unpark(thread);
        }
    }

    TrackedClass get(Class<?> type) {
        return tracked.get(type);
    }

    /** From now on, whether new instances may lack a value that is in force. */
    void anyInForce(boolean any) {
        anyInForce = any;
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, TICK_NANOS);
            if (pending) {
                LockSupport.parkNanos(this, LATER_NANOS);
                pending = false;
                late.run();
            }
            tell();
            prune();
        }
    }

    private void tell() {
        for (Class<?> type : known()) {
            if (told.add(type)) {
                found.accept(type);
            }
        }
    }

    private void prune() {
        boolean any = false;
        for (Reference<?> dead = collected.poll(); dead != null; dead = collected.poll()) {
            any = true;
        }
        if (any) {
            known().forEach(type -> tracked.get(type).prune());
        }
    }

    /** The classes that have had instances, or were looked at. */
    List<Class<?>> known() {
        synchronized (classes) {
            return new ArrayList<>(classes);
        }
    }

    /** Ends its thread, and leaves nothing of the agent in the classes. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        known().forEach(tracked::remove);
    }
}
