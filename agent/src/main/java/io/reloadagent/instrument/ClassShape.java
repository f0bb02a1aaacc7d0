package io.reloadagent.instrument;

import java.util.List;
import java.util.Set;

/** What is remembered of a class file. Immutable, and small: there is one for every class that others refer to. */
final class ClassShape {

    final String superName;
    final List<String> interfaces;
    final boolean isPublic;
    private final Set<String> dynamicFields;

    ClassShape(ClassFile file, Set<String> dynamicFields) {
        this.superName = file.superName();
        this.interfaces = file.interfaces();
        this.isPublic = file.isPublic();
        this.dynamicFields = dynamicFields;
    }

    Set<String> dynamicFields() {
        return dynamicFields;
    }

    boolean declaresAnyDynamic() {
        return !dynamicFields.isEmpty();
    }

    boolean declaresDynamic(FieldReference field) {
        return !dynamicFields.isEmpty() && dynamicFields.contains(DynamicFields.key(field.name, field.descriptor));
    }
}
