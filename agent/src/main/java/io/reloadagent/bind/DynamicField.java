package io.reloadagent.bind;

import io.reloadagent.field.Cell;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;

/** A dynamic field: its cell, the paths that it may follow, and how values for it are made. Immutable. */
final class DynamicField {

    private final Class<?> owner;
    private final Cell cell;
    private final boolean isStatic;
    private final Target target;
    private final Document initial;
    private final Path relative;
    private final InstancePrefix ofInstance;
    private final Binding shared;

    /**
     * Describes a field.
     *
     * @param owner the class that declares it
     * @param initial what the source held when the agent started, if the field keeps its own value until that changes; else null
     * @param shared the path that all instances follow; null if each has its own
     * @param relative the path below the prefix of an instance
     * @param ofInstance makes the prefix of each instance; null if all share one
     */
    DynamicField(
            Class<?> owner,
            Cell cell,
            boolean isStatic,
            Target target,
            Document initial,
            Path shared,
            Path relative,
            InstancePrefix ofInstance) {
        this.owner = owner;
        this.cell = cell;
        this.isStatic = isStatic;
        this.target = target;
        this.initial = initial;
        this.relative = relative;
        this.ofInstance = ofInstance;
        this.shared = shared == null ? null : binding(cell, shared);
    }

    Cell cell() {
        return cell;
    }

    boolean isStatic() {
        return isStatic;
    }

    /** Whether to convert a value may run code of the application. */
    boolean runsApplication() {
        return target.runsApplication();
    }

    /** Whether a value is more than a scalar. */
    boolean isStructure() {
        return target.isStructure();
    }

    /** That of all instances that are not bound; null if they read their own values. */
    Binding shared() {
        return shared;
    }

    /** The path of an instance that is bound to a prefix; null if that is the one that all share. */
    Path below(Path prefix) {
        Path path = prefix.child(relative.toString());
        return shared != null && shared.path().equals(path) ? null : path;
    }

    /** Whether each instance is bound when its constructor ends. */
    boolean isOfInstance() {
        return ofInstance != null;
    }

    /** The path that an instance has by the values of its own fields; null if it has none. */
    Path of(Object instance) {
        Path prefix = ofInstance == null ? null : ofInstance.of(instance);
        return prefix == null ? null : prefix.child(relative.toString());
    }

    /** Of some instances, or of all, to a path. */
    Binding binding(Cell ofInstances, Path path) {
        return new Binding(owner, ofInstances, path, target, initial);
    }
}
