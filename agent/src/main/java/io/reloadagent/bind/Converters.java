package io.reloadagent.bind;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The converters that the application has registered for types of its own. Each lives as long as its type: nothing here keeps
 * an application's classes from being unloaded. Thread-safe.
 */
public final class Converters {

    private final ClassValue<AtomicReference<Function<String, ?>>> registered =
            new ClassValue<AtomicReference<Function<String, ?>>>() {
                @Override
                protected AtomicReference<Function<String, ?>> computeValue(Class<?> type) {
                    return new AtomicReference<>();
                }
            };

    private final AtomicInteger changes = new AtomicInteger();

    /**
     * Registers a converter, in place of an earlier one for the type.
     *
     * @param type a class of the application; never null
     * @param converter makes a value of a text; its exceptions refuse the text; never null
     * @throws IllegalArgumentException if one of them is null or the type is one of the JDK's, which would keep the converter
     *     for ever
     */
    public void register(Class<?> type, Function<String, ?> converter) {
        if (type == null || converter == null) {
            throw new IllegalArgumentException("a converter needs a type and a function");
        }
        if (type.isArray() || type.isPrimitive() || JdkTypes.isOfJdk(type)) {
            throw new IllegalArgumentException("no converter can be registered for " + type.getTypeName()
                    + ", only for classes of the application itself");
        }
        registered.get(type).set(converter);
        changes.incrementAndGet();
    }

    /** The converter of exactly this type; null if there is none. */
    Function<String, ?> of(Class<?> type) {
        return JdkTypes.isOfJdk(type) ? null : registered.get(type).get();
    }

    /** Grows with each registration. */
    int changes() {
        return changes.get();
    }
}
