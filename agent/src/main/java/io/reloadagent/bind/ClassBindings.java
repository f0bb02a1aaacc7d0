package io.reloadagent.bind;

import io.reloadagent.field.Cell;
import io.reloadagent.field.DynamicClass;
import io.reloadagent.field.Versions;
import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The bindings of the dynamic fields of one class, held by the class itself. Those whose types are the JDK's are registered
 * all together when the first of them is read. Each of the others waits for its own first read: to convert its value is to
 * run code of the application, which a read of another field has no business to do. Thread-safe.
 */
final class ClassBindings implements DynamicClass {

    private final Class<?> type;

    /** By field name and descriptor. */
    private final Map<String, DynamicField> fields;

    private final Map<DynamicField, BindingGroup> groups = new HashMap<>();
    private final List<DynamicField> ofInstances = new ArrayList<>();
    private final InstanceBindings instances;
    private final Consumer<Object> constructed;

    /**
     * Puts bindings together.
     *
     * @param register gives values to some of the bindings
     * @param constructed is told of objects that hold others which may have to be told apart
     */
    ClassBindings(
            Class<?> type,
            Map<String, DynamicField> fields,
            Versions versions,
            BiConsumer<ClassBindings, Collection<Binding>> register,
            Consumer<Object> constructed) {
        this.type = type;
        this.constructed = constructed;
        this.fields = Collections.unmodifiableMap(fields);
        List<Binding> harmless = new ArrayList<>();
        BindingGroup together = new BindingGroup(() -> register.accept(this, harmless));
        for (DynamicField field : fields.values()) {
            Binding shared = field.shared();
            if (!field.isStatic()) {
                ofInstances.add(field);
            }
            if (shared != null && field.runsApplication()) {
                groups.put(field, new BindingGroup(() -> register.accept(this, Collections.singleton(shared))));
            } else if (shared != null) {
                harmless.add(shared);
                groups.put(field, together);
            }
        }
        this.instances = new InstanceBindings(
                Collections.unmodifiableList(ofInstances), versions, bindings -> register.accept(this, bindings));
    }

    static String key(String field, String descriptor) {
        return field + ' ' + descriptor;
    }

    Class<?> type() {
        return type;
    }

    Collection<Binding> all() {
        List<Binding> all = instances.all();
        fields.values().stream()
                .map(DynamicField::shared)
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all;
    }

    /** Drops the bindings of instances that are collected. */
    void dropUnused() {
        instances.dropUnused();
    }

    /** Those of one field. */
    List<Binding> of(String name, String descriptor) {
        DynamicField field = fields.get(key(name, descriptor));
        if (field == null) {
            return Collections.emptyList();
        }
        String itsName = field.cell().toString();
        return all().stream()
                .filter(binding -> binding.cell().toString().equals(itsName))
                .sorted(Comparator.comparing(binding -> binding != field.shared()))
                .collect(Collectors.toList());
    }

    @Override
    public Cell cell(String name, String descriptor) {
        DynamicField field = fields.get(key(name, descriptor));
        if (field == null) {
            return null;
        }
        BindingGroup group = groups.get(field);
        if (group != null) {
            group.register();
        }
        if (field.runsApplication() && !field.isStatic()) {
            instances.read(field);
        }
        return field.cell();
    }

    @Override
    public boolean bind(Object instance, String prefix) {
        if (ofInstances.isEmpty()) {
            return false;
        }
        if (prefix == null) {
            instances.unbind(instance);
        } else {
            Path path = Path.of(prefix);
            bind(instance, field -> field.below(path));
        }
        return true;
    }

    @Override
    public void bindConstructed(Object instance) {
        constructed.accept(instance);
        if (ofInstances.stream().anyMatch(DynamicField::isOfInstance)) {
            bind(instance, field -> field.of(instance));
        }
    }

    private void bind(Object instance, Function<DynamicField, Path> path) {
        instances.bind(instance, ofInstances.stream().map(path).collect(Collectors.toList()));
    }
}
