package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A path whose value differs between two versions, with values of the field's type. Immutable. */
public final class Change {

    private final Path path;
    private final Object oldValue;
    private final Object newValue;

    /**
     * A change.
     *
     * @param oldValue null for none that is known
     * @param newValue null for none that is known
     */
    public Change(Path path, Object oldValue, Object newValue) {
        this.path = path;
        this.oldValue = oldValue;
        this.newValue = newValue;
    }

    /** The path. */
    public Path path() {
        return path;
    }

    /** The value before; null also where the field's own value was in force and the source held none. */
    public Object oldValue() {
        return oldValue;
    }

    /** The value afterwards; null also where the field goes back to its own and the source holds none. */
    public Object newValue() {
        return newValue;
    }

    /** The same change, with both values replaced by what stands for them; null stays null. */
    public Change map(UnaryOperator<Object> replacement) {
        return new Change(
                path,
                oldValue == null ? null : replacement.apply(oldValue),
                newValue == null ? null : replacement.apply(newValue));
    }

    /** The same change undone. */
    public Change reversed() {
        return new Change(path, newValue, oldValue);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Change
                && path.equals(((Change) other).path)
                && Objects.deepEquals(oldValue, ((Change) other).oldValue)
                && Objects.deepEquals(newValue, ((Change) other).newValue);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    /** The path alone: values may be secret. */
    @Override
    public String toString() {
        return path.toString();
    }
}
