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
}
