package io.reloadagent.api;

import java.util.Objects;

/** One path's change, with values of the dynamic field's own type. Immutable. */
public final class ConfigChange {

    private final String fieldPath;
    private final Object oldValue;
    private final Object newValue;

    /**
     * Describes a change; applications need this for tests of their modules only.
     *
     * @param fieldPath the path in canonical form, {@code database.max_conns}; not null
     * @param oldValue the value in force before; null where the agent knows none
     * @param newValue the value in force afterwards; null where the agent knows none
     */
    public ConfigChange(String fieldPath, Object oldValue, Object newValue) {
        this.fieldPath = Objects.requireNonNull(fieldPath, "fieldPath");
        this.oldValue = oldValue;
        this.newValue = newValue;
    }

    /** The path in canonical form: lower-case words joined by {@code _}, {@code database.max_conns}. */
    public String fieldPath() {
        return fieldPath;
    }

    /**
     * The value before. Where the field's own value was in force, which the agent does not know: what the source held, which is the same
     * in an application that had read it at its start; null if it held nothing.
     */
    public Object oldValue() {
        return oldValue;
    }

    /**
     * The value afterwards. Where the field goes back to its own value, which the agent does not know: what the source holds now, or null
     * if it holds nothing. What is in force is what the field itself says, in a callback, too.
     */
    public Object newValue() {
        return newValue;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ConfigChange)) {
            return false;
        }
        ConfigChange that = (ConfigChange) other;
        return fieldPath.equals(that.fieldPath)
                && Objects.deepEquals(oldValue, that.oldValue)
                && Objects.deepEquals(newValue, that.newValue);
    }

    @Override
    public int hashCode() {
        return fieldPath.hashCode();
    }

    /** The path alone: values may be secret. */
    @Override
    public String toString() {
        return "ConfigChange[" + fieldPath + "]";
    }
}
