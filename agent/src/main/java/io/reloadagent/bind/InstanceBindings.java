package io.reloadagent.bind;

import io.reloadagent.field.Cell;
import io.reloadagent.field.Instances;
import io.reloadagent.field.Row;
import io.reloadagent.field.Versions;
import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The bindings of single instances of one class. Instances with the same paths share them; those that no living instance
 * has are dropped. Values are converted outside of the lock. Thread-safe.
 */
final class InstanceBindings {

    private final List<DynamicField> fields;
    private final Instances instances;
    private final Consumer<Collection<Binding>> register;

    /** By the paths of the fields, null where all instances share one. Guarded by this. */
    private final Map<List<Path>, InstanceRow> rows = new HashMap<>();

    /** The paths of each row. Guarded by this. */
    private final Map<Row, List<Path>> paths = new HashMap<>();

    /** Those whose values may be converted: the application has read them. */
    private final Set<DynamicField> read = ConcurrentHashMap.newKeySet();

    /**
     * Without any instance.
     *
     * @param fields no static ones
     * @param register gives values to some bindings
     */
    InstanceBindings(List<DynamicField> fields, Versions versions, Consumer<Collection<Binding>> register) {
        this.fields = fields;
        this.register = register;
        List<Cell> cells = new ArrayList<>(fields.size());
        fields.forEach(field -> cells.add(field.cell()));
        this.instances = new Instances(versions, cells);
    }

    /** Binds an instance, in place of what it was bound to; {@code itsPaths} are in the order of the fields. */
    void bind(Object instance, List<Path> itsPaths) {
        if (itsPaths.stream().allMatch(Objects::isNull)) {
            instances.unbind(instance);
            return;
        }
        InstanceRow row = take(itsPaths);
        try {
            row.registerHarmless();
            read.forEach(row::register);
            instances.bind(instance, row.row());
        } finally {
            release(row);
        }
    }

    void unbind(Object instance) {
        instances.unbind(instance);
    }

    /** A field was read: its values may be converted now. */
    void read(DynamicField field) {
        read.add(field); // before looking for rows: a row that comes later looks here
        for (InstanceRow row : takeAll()) {
            try {
                row.register(field);
            } finally {
                release(row);
            }
        }
    }

    private synchronized InstanceRow take(List<Path> itsPaths) {
        dropUnused();
        InstanceRow row = rows.get(itsPaths);
        if (row == null) {
            Row fresh = instances.row(shared(itsPaths));
            row = new InstanceRow(fresh, fields, itsPaths, register);
            rows.put(itsPaths, row);
            paths.put(fresh, itsPaths);
        }
        row.users++;
        return row;
    }

    private Set<Cell> shared(List<Path> itsPaths) {
        Set<Cell> shared = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            if (itsPaths.get(i) == null) {
                shared.add(fields.get(i).cell());
            }
        }
        return shared;
    }

    private synchronized Collection<InstanceRow> takeAll() {
        rows.values().forEach(row -> row.users++);
        return new ArrayList<>(rows.values());
    }

    private synchronized void release(InstanceRow row) {
        row.users--;
    }

    /** Drops what no living instance is bound to. */
    synchronized void dropUnused() {
        for (Row empty : instances.empty()) {
            List<Path> itsPaths = paths.get(empty);
            if (rows.get(itsPaths).users == 0) {
                rows.remove(itsPaths);
                paths.remove(empty);
                instances.drop(empty);
            }
        }
    }

    /** All bindings of instances. */
    synchronized List<Binding> all() {
        List<Binding> all = new ArrayList<>();
        rows.values().forEach(row -> all.addAll(row.bindings()));
        return all;
    }
}
