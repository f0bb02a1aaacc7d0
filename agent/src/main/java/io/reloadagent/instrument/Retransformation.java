package io.reloadagent.instrument;

import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Has loaded classes pass the transformers again, some at a time: each time, the JVM holds all threads up for a moment. The
 * JVM changes all classes of a batch or none; so one that failed is halved, until the class is found that is to blame.
 * For one thread at a time.
 */
final class Retransformation {

    private static final int BATCH = 50;

    private final Instrumentation instrumentation;
    private final BiConsumer<Class<?>, Throwable> failed;

    /**
     * Creates it.
     *
     * @param failed is told of each class that cannot be changed, and why
     */
    Retransformation(Instrumentation instrumentation, BiConsumer<Class<?>, Throwable> failed) {
        this.instrumentation = instrumentation;
        this.failed = failed;
    }

    /**
     * Retransforms classes.
     *
     * @param ended whether to end before the next batch
     */
    void run(List<Class<?>> classes, BooleanSupplier ended) {
        for (int from = 0; from < classes.size() && !ended.getAsBoolean(); from += BATCH) {
            attempt(classes.subList(from, Math.min(from + BATCH, classes.size())));
        }
    }

    private void attempt(List<Class<?>> batch) {
        try {
            instrumentation.retransformClasses(batch.toArray(new Class<?>[0]));
        } catch (Throwable failure) {
            if (batch.size() == 1) {
                failed.accept(batch.get(0), failure);
            } else {
                attempt(batch.subList(0, batch.size() / 2));
                attempt(batch.subList(batch.size() / 2, batch.size()));
            }
        }
    }
}
