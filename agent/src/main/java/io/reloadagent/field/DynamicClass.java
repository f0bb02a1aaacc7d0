package io.reloadagent.field;

/** The dynamic fields that one class declares. Held by the class itself, so that it goes when the class goes. */
public interface DynamicClass {

    /**
     * The cell of a field, registered: its reads return what the version in force says.
     *
     * @param name the field's name
     * @param descriptor the field's descriptor
     * @return null if the field is not dynamic
     */
    Cell cell(String name, String descriptor);

    /**
     * Has one instance of the class, or of a subclass, read the fields at paths of its own.
     *
     * @param prefix what those paths begin with; null: no longer
     * @return whether the class has dynamic fields that can be told apart by instance
     * @throws IllegalArgumentException if no path can begin so
     */
    default boolean bind(Object instance, String prefix) {
        return false;
    }

    /** The same, where the prefix is made from the instance's own fields: its constructor has ended. */
    default void bindConstructed(Object instance) {}
}
