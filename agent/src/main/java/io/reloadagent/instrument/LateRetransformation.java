package io.reloadagent.instrument;

import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Has readers that could not be changed when they were loaded looked at again, on the agent's thread. Thread-safe. */
final class LateRetransformation implements LateReaders {

    /** A class is loaded, or has failed to be, long before. */
    private static final long PAUSE_SECONDS = 1;

    private final ScheduledExecutorService thread;
    private final LoadedClasses loaded;
    private final Consumer<List<Class<?>>> retransform;
    private final Queue<Unseen> unseen = new ConcurrentLinkedQueue<>();

    LateRetransformation(ScheduledExecutorService thread, LoadedClasses loaded, Consumer<List<Class<?>>> retransform) {
        this.thread = thread;
        this.loaded = loaded;
        this.retransform = retransform;
    }

    @Override
    public void ownerFound(String owner, Collection<ClassLoader> loaders) {
        thread.execute(() -> retransform.accept(loaded.find(type -> loaders.contains(type.getClassLoader())
                && LoadedClasses.fileMatches(type, (file, loader) -> file.refersTo(owner)))));
    }

    /** If there is not even enough left to schedule it, the next one that is scheduled sees to it. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void exhausted(String className, ClassLoader loader) {
        unseen.add(new Unseen(className.replace('/', '.'), loader));
        thread.schedule(this::lookAgain, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void lookAgain() {
        for (Unseen next = unseen.poll(); next != null; next = unseen.poll()) {
            retransform.accept(loaded.find(next::is));
        }
    }

    private static final class Unseen {

        private final String name;
        private final WeakReference<ClassLoader> loader;

        Unseen(String name, ClassLoader loader) {
            this.name = name;
            this.loader = new WeakReference<>(loader);
        }

        boolean is(Class<?> type) {
            return type.getName().equals(name) && type.getClassLoader() == loader.get();
        }
    }
}
