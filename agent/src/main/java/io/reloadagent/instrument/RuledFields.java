package io.reloadagent.instrument;

import java.util.HashSet;
import java.util.Set;

/**
 * The dynamic fields of all classes that rules name, as one class loader sees them, where rules are all that makes fields
 * dynamic: what has neither such a name nor such an owner is not dynamic. Immutable.
 */
final class RuledFields {

    /** By {@link DynamicFields#key}. */
    private final Set<String> fields;

    /** As {@code com/acme/Settings}. */
    private final Set<String> classes;

    private final Texts fieldNames;
    private final Texts classNames;

    RuledFields(Set<String> fields, Set<String> classes) {
        this.fields = fields;
        this.classes = classes;
        Set<String> names = new HashSet<>();
        fields.forEach(field -> names.add(field.substring(0, field.indexOf(' '))));
        this.fieldNames = new Texts(names);
        this.classNames = new Texts(classes);
    }

    /** Whether the class's {@code i}th reference may be to one of them; reads no more than its bytes. */
    boolean mayInclude(ConstantPool constants, int i) {
        return constants.mayRefer(i, fieldNames, classNames);
    }

    /** Whether a reference may be to one of them. A class's file may not be what is loaded in the end. */
    boolean include(FieldReference field) {
        return fields.contains(DynamicFields.key(field.name, field.descriptor)) || classes.contains(field.owner);
    }
}
