package io.reloadagent.bind;

import io.reloadagent.field.Cell;
import io.reloadagent.field.DynamicClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The bindings of the dynamic fields of one class, held by the class itself. Those whose types are the JDK's are registered
 * all together when the first of them is read. Each of the others waits for its own first read: to convert its value is to
 * run code of the application, which a read of another field has no business to do. Thread-safe.
 */
final class ClassBindings implements DynamicClass {

    private final Class<?> type;

    /** By field name and descriptor. */
    private final Map<String, Binding> bindings;

    private final Map<Binding, BindingGroup> groups = new HashMap<>();

    /**
     * Puts bindings together.
     *
     * @param register gives values to some of the bindings
     */
    ClassBindings(
            Class<?> type, Map<String, Binding> bindings, BiConsumer<ClassBindings, Collection<Binding>> register) {
        this.type = type;
        this.bindings = Collections.unmodifiableMap(bindings);
        List<Binding> harmless = new ArrayList<>();
        BindingGroup together = new BindingGroup(() -> register.accept(this, harmless));
        for (Binding binding : bindings.values()) {
            if (binding.runsApplication()) {
                groups.put(binding, new BindingGroup(() -> register.accept(this, Collections.singleton(binding))));
            } else {
                harmless.add(binding);
                groups.put(binding, together);
            }
        }
    }

    static String key(String field, String descriptor) {
        return field + ' ' + descriptor;
    }

    Class<?> type() {
        return type;
    }

    Collection<Binding> all() {
        return bindings.values();
    }

    /** Null for a field that is not dynamic. */
    Binding find(String name, String descriptor) {
        return bindings.get(key(name, descriptor));
    }

    @Override
    public Cell cell(String name, String descriptor) {
        Binding binding = find(name, descriptor);
        if (binding == null) {
            return null;
        }
        groups.get(binding).register();
        return binding.cell();
    }
}
