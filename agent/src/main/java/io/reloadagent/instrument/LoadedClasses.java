package io.reloadagent.instrument;

import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application's classes that are loaded and can be changed. Thread-safe. */
final class LoadedClasses {

    private final Instrumentation instrumentation;
    private final ApplicationClasses application;

    LoadedClasses(Instrumentation instrumentation, ApplicationClasses application) {
        this.instrumentation = instrumentation;
        this.application = application;
    }

    /** Those that pass a test. */
    List<Class<?>> find(Predicate<Class<?>> wanted) {
        return Stream.<Class<?>>of(instrumentation.getAllLoadedClasses())
                .filter(this::isCandidate)
                .filter(wanted)
                .collect(Collectors.toList());
    }

    /** The same with a test that costs little, and is asked of all classes: most of them are the JDK's. */
    List<Class<?>> findKnown(Predicate<Class<?>> known) {
        return Stream.<Class<?>>of(instrumentation.getAllLoadedClasses())
                .filter(known)
                .filter(this::isCandidate)
                .collect(Collectors.toList());
    }

    private boolean isCandidate(Class<?> type) {
        if (type.getClassLoader() == null) {
            return false; // most, before main
        }
        String name = type.getName();
        // Java 8 does not say of its anonymous classes, lambdas for example, that they cannot be changed.
        return name.indexOf('/') < 0
                && application.include(type.getClassLoader(), name.replace('.', '/'))
                && instrumentation.isModifiableClass(type);
    }

    /** Whether a class's file passes a test, or it has none: only the transformer can tell then. */
    static boolean fileMatches(Class<?> type, BiPredicate<ClassFile, ClassLoader> wanted) {
        ClassLoader loader = type.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(type.getName().replace('.', '/') + ".class")) {
            return in == null || wanted.test(ClassFile.read(Streams.readFully(in)), loader);
        } catch (Throwable unreadable) {
            return true; // a class loader of the application's may throw anything; as good as no file
        }
    }
}
