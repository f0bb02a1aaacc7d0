package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The constraint annotations of dynamic fields, of {@code javax.validation} or {@code jakarta.validation}, and the validators that
 * the application's class loaders have for them. Knows both by name only. Thread-safe.
 */
public final class Constraints {

    private final Predicate<Path> secret;
    private final Consumer<String> told;

    /** By loader and namespace; a validator lives as long as a class whose fields it checks. Guarded by itself. */
    private final Map<ClassLoader, Map<String, WeakReference<ApplicationValidator>>> validators = new WeakHashMap<>();

    /**
     * @param secret tells the paths whose values must not get into a message; never null
     * @param told is told once of what is not checked, and why; never null; called by any thread
     */
    public Constraints(Predicate<Path> secret, Consumer<String> told) {
        this.secret = secret;
        this.told = told;
    }

    /** What a field demands of its values; not looked at before a value is checked. */
    FieldConstraints of(Field field) {
        return new FieldConstraints(this, field);
    }

    Findings findings() {
        return new Findings(secret);
    }

    void tell(String what) {
        told.accept(what);
    }

    /** The validator of a class; one that finds nothing wrong if the application has none, which is told once a loader. */
    ApplicationValidator validator(Class<?> type, String namespace) {
        ClassLoader loader = type.getClassLoader();
        synchronized (validators) {
            Map<String, WeakReference<ApplicationValidator>> known =
                    validators.computeIfAbsent(loader, any -> new HashMap<>());
            WeakReference<ApplicationValidator> weak = known.get(namespace);
            ApplicationValidator validator = weak == null ? null : weak.get();
            if (validator == null) {
                validator = ApplicationValidator.of(loader, namespace, told);
                known.put(namespace, new WeakReference<>(validator));
            }
            return validator;
        }
    }
}
