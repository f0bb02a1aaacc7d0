package io.reloadagent.instrument;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells, from a class file alone, which of its fields are dynamic: by annotation or by rule. Immutable. */
public final class DynamicFields {

    static final String ANNOTATION = "Lio/reloadagent/api/Dynamic;";

    private final Predicate<String> ruledClass;
    private final BiPredicate<String, String> ruledField;
    private final Predicate<String> ruledName;

    /**
     * Creates the selection.
     *
     * @param ruledClass whether a rule names the class, given as {@code com.acme.Main$Settings}
     * @param ruledField whether a rule of the class given first covers the field given second
     * @param ruledName whether any rule covers fields of this name
     */
    public DynamicFields(
            Predicate<String> ruledClass, BiPredicate<String, String> ruledField, Predicate<String> ruledName) {
        this.ruledClass = ruledClass;
        this.ruledField = ruledField;
        this.ruledName = ruledName;
    }

    /** The dynamic fields that a class declares, by {@link #key}. */
    Set<String> declaredBy(ClassFile file) {
        String className = file.name().replace('/', '.');
        boolean ruled = ruledClass.test(className);
        return file.fields().stream()
                .filter(ClassFile.Member::canFollow)
                .filter(field ->
                        file.isAnnotated() || field.annotated || (ruled && ruledField.test(className, field.name)))
                .map(field -> key(field.name, field.descriptor))
                .collect(Collectors.toSet());
    }

    /** Whether a rule covers a field of a class whose file cannot be found. */
    boolean isRuled(FieldReference field) {
        String className = field.owner.replace('/', '.');
        return ruledClass.test(className) && ruledField.test(className, field.name);
    }

    /** Whether a field of this name can be dynamic where no class carries the annotation. */
    boolean isRuledName(String field) {
        return ruledName.test(field);
    }

    static String key(String field, String descriptor) {
        return field + ' ' + descriptor;
    }
}
