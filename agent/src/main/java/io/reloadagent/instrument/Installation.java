package io.reloadagent.instrument;

import io.reloadagent.field.NumberedFilters;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** The transformer in this JVM, from when it is installed until it is removed. Thread-safe. */
public final class Installation {

    private final Instrumentation instrumentation;
    private final ScheduledExecutorService thread;
    private final BiConsumer<String, Throwable> failed;
    private final LoadedClasses loaded;
    private final Transformer transformer;
    private final RecentCoverage coverage;

    /** Written by whoever removes it, read by the thread that retransforms. */
    private volatile boolean removed;

    /**
     * Prepares the transformer.
     *
     * @param dynamicFields which fields are dynamic
     * @param tracked whether the instances of a class, given as {@code com.acme.Main$Pool}, are remembered
     * @param classPath where the files of the system class loader's classes are
     * @param bridge the internal name under which the bridge was defined
     * @param filters gives numbers to the reads of classes that are too old for sites
     * @param observer is told of classes whose fields are to be dynamic
     * @param failed is told of a class or method that keeps a read that should have been changed, and why; once
     * @param thread runs one task at a time; classes that are loaded already are changed there
     */
    public Installation(
            Instrumentation instrumentation,
            DynamicFields dynamicFields,
            Predicate<String> tracked,
            ClassPath classPath,
            String bridge,
            NumberedFilters filters,
            DynamicClassObserver observer,
            BiConsumer<String, Throwable> failed,
            ScheduledExecutorService thread) {
        this.instrumentation = instrumentation;
        this.thread = thread;
        this.failed = once(failed);
        this.loaded = new LoadedClasses(instrumentation, new ApplicationClasses());
        this.transformer = new Transformer(
                dynamicFields,
                tracked,
                classPath,
                bridge,
                filters,
                observer,
                this.failed,
                new LateRetransformation(thread, loaded, this::retransform));
        this.coverage = new RecentCoverage(this::findCoverage, transformer::changes, System::nanoTime);
    }

    /** A class is looked at again whenever an agent retransforms it. */
    private static BiConsumer<String, Throwable> once(BiConsumer<String, Throwable> failed) {
        Set<String> said = ConcurrentHashMap.newKeySet();
        return (name, why) -> {
            if (said.add(name + ": " + why.getMessage())) {
                failed.accept(name, why);
            }
        };
    }

    /** Changes the classes that are loaded from now on. */
    public void install() {
        instrumentation.addTransformer(transformer, true);
    }

    /**
     * Changes the classes that were loaded before, later, on the agent's thread. Methods that are running keep their code
     * until they are called again.
     *
     * @param reached is told how many were changed
     */
    public void reachLoaded(IntConsumer reached) {
        thread.execute(() -> {
            Set<Class<?>> seen = Collections.newSetFromMap(new WeakHashMap<>());
            int count = reach(seen);
            // Once more, for those that were being loaded when the transformer was installed.
            reached.accept(count + reach(seen));
        });
    }

    /**
     * Changes the classes that were loaded before, now. For the time before {@code main}: the JVM loads classes of an AOT
     * cache before it starts any agent, and another agent may have loaded some.
     */
    public void reachLoadedNow() {
        reach(Collections.newSetFromMap(new WeakHashMap<>()));
    }

    private int reach(Set<Class<?>> seen) {
        List<Class<?>> readers = loaded.find(type -> !removed && seen.add(type) && transformer.concerns(type));
        retransform(readers);
        return (int) readers.stream().filter(transformer::changed).count();
    }

    private void retransform(List<Class<?>> classes) {
        new Retransformation(instrumentation, this::leaveAlone).run(classes, () -> removed);
    }

    private void leaveAlone(Class<?> type, Throwable why) {
        transformer.leaveAlone(type);
        failed.accept(type.getName(), why);
    }

    /**
     * The fields of the loaded classes that are dynamic, or should be, and how many of their reads were changed so far, or a
     * quarter of a second ago.
     */
    public List<FieldCoverage> coverage() {
        return coverage.get();
    }

    private List<FieldCoverage> findCoverage() {
        Coverage found = new Coverage(instrumentation);
        transformer.addTo(found);
        List<FieldCoverage> fields = new ArrayList<>();
        for (Class<?> type :
                loaded.findKnown(type -> transformer.dynamicMembers(type) != null && !SelfTest.isProbe(type))) {
            fields.addAll(found.of(type, transformer.dynamicMembers(type)));
        }
        return Collections.unmodifiableList(fields);
    }

    /**
     * Takes the transformer away and gives the classes that it changed their own code back, on the agent's thread.
     *
     * @param unrestored is told of a class that the JVM did not let go back; it stays changed
     * @param patience how long to wait for that
     * @throws TimeoutException if it takes longer; it goes on
     */
    public void remove(BiConsumer<String, Throwable> unrestored, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        removed = true;
        instrumentation.removeTransformer(transformer);
        Runnable restore =
                () -> new Retransformation(instrumentation, (type, why) -> unrestored.accept(type.getName(), why))
                        .run(loaded.find(transformer::changed), () -> false);
        thread.submit(restore).get(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
