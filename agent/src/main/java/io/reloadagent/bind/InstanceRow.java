package io.reloadagent.bind;

import io.reloadagent.field.Cell;
import io.reloadagent.field.Row;
import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The bindings of the instances of a class that read at the same paths. */
final class InstanceRow {

    private final Row row;
    private final List<Binding> bindings = new ArrayList<>();
    private final BindingGroup harmless;

    /** Those whose conversion runs code of the application: each is registered when its field is read, not before. */
    private final Map<DynamicField, BindingGroup> others = new HashMap<>();

    /** The threads that are about to use it. Guarded by {@link InstanceBindings}. */
    int users;

    InstanceRow(Row row, List<DynamicField> fields, List<Path> paths, Consumer<Collection<Binding>> register) {
        this.row = row;
        List<Binding> together = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            DynamicField field = fields.get(i);
            Cell cell = row.cells().get(i);
            if (cell != field.cell()) {
                Binding binding = field.binding(cell, paths.get(i));
                bindings.add(binding);
                if (field.runsApplication()) {
                    others.put(field, new BindingGroup(() -> register.accept(Collections.singleton(binding))));
                } else {
                    together.add(binding);
                }
            }
        }
        this.harmless = new BindingGroup(() -> register.accept(together));
    }

    Row row() {
        return row;
    }

    List<Binding> bindings() {
        return bindings;
    }

    /** Gives their values to all bindings for which that runs no code of the application. */
    void registerHarmless() {
        harmless.register();
    }

    /** Gives its value to a binding whose field is read. */
    void register(DynamicField field) {
        BindingGroup group = others.get(field);
        if (group != null) {
            group.register();
        }
    }
}
