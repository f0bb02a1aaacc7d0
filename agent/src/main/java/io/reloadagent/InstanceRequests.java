package io.reloadagent;

import io.reloadagent.field.Linker;
import io.reloadagent.report.Log;
import io.reloadagent.source.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Binds instances as the application asks for it. Thread-safe. */
final class InstanceRequests {

    private final Linker linker;
    private final Log log;

    /** The names of classes that the log has said to have no dynamic fields. */
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    InstanceRequests(Linker linker, Log log) {
        this.linker = linker;
        this.log = log;
    }

    /**
     * Has an instance read its dynamic fields below a prefix.
     *
     * @return true; an {@link IllegalArgumentException}, not thrown, if no path can begin so
     */
    Object bind(Object instance, String prefix) {
        try {
            Path.of(prefix);
        } catch (IllegalArgumentException e) {
            return e;
        }
        String className = instance.getClass().getName();
        if (!linker.bind(instance, prefix) && said.add(className)) {
            log.warn(
                    "an instance of {} was to be bound to '{}', but the class has no dynamic fields; annotate them with"
                            + " @Dynamic, or name the class in a rule",
                    className,
                    prefix);
        }
        return true;
    }

    /** Has an instance read what it would without having been bound. */
    Object unbind(Object instance) {
        linker.bind(instance, null);
        return true;
    }
}
