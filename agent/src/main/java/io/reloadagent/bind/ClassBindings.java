package io.reloadagent.bind;

import io.reloadagent.field.Cell;
import io.reloadagent.field.DynamicClass;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The bindings of the dynamic fields of one class, held by the class itself. They are registered all together when the
 * first of them is read. Thread-safe.
 */
final class ClassBindings implements DynamicClass {

    /** By field name and descriptor. */
    private final Map<String, Binding> bindings;

    private final Consumer<ClassBindings> register;

    /** Written by the thread that registered; read by all that link. */
    private volatile boolean registered;

    /** Threads that are converting values of this class; their own reads of it must not begin that again. */
    private final Set<Thread> registering = ConcurrentHashMap.newKeySet();

    ClassBindings(Map<String, Binding> bindings, Consumer<ClassBindings> register) {
        this.bindings = Collections.unmodifiableMap(bindings);
        this.register = register;
    }

    static String key(String field, String descriptor) {
        return field + ' ' + descriptor;
    }

    Collection<Binding> all() {
        return bindings.values();
    }

    @Override
    public Cell cell(String name, String descriptor) {
        Binding binding = bindings.get(key(name, descriptor));
        if (binding == null) {
            return null;
        }
        if (!registered && registering.add(Thread.currentThread())) {
            try {
                register.accept(this);
                registered = true;
            } finally {
                registering.remove(Thread.currentThread());
            }
        }
        return binding.cell();
    }
}
