package io.reloadagent.instrument;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds loaded classes by their names, whether the agent changes them or not; those of the agent excepted. Thread-safe. */
public final class ClassesByName {

    private final Instrumentation instrumentation;
    private final ApplicationClasses application = new ApplicationClasses();

    /** @param instrumentation knows the loaded classes; to ask it takes some milliseconds */
    public ClassesByName(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Those of the application, with names such as {@code com.acme.Main$Pool}. */
    public List<Class<?>> ofApplication(Predicate<String> name) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            // A slash: what Java 8 made anonymously of a class file, a lambda for example.
            if (name.test(type.getName())
                    && !type.isArray()
                    && type.getName().indexOf('/') < 0
                    && application.include(type.getClassLoader(), type.getName().replace('.', '/'))) {
                found.add(type);
            }
        }
        return found;
    }

    /** Those of the application and of the JDK. */
    public List<Class<?>> ofAnyone(Predicate<String> name) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (name.test(type.getName()) && type.getClassLoader() != ClassesByName.class.getClassLoader()) {
                found.add(type);
            }
        }
        return found;
    }
}
