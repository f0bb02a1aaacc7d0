package io.reloadagent.instrument;

import io.reloadagent.adopt.FrameworkClasses;
import io.reloadagent.adopt.LibraryClasses;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells, from a class file alone, which of its fields are dynamic: by annotation, by rule, or by an annotation of another framework. */
public final class DynamicFields {

    static final String ANNOTATION = "Lio/reloadagent/api/Dynamic;";

    private final Predicate<String> ruledClass;
    private final BiPredicate<String, String> ruledField;
    private final Predicate<String> ruledName;
    private final Predicate<String> ruledInstances;
    private final List<List<String>> ruledClassNames;
    private final AdoptedClasses adopted;

    /**
     * Creates the selection.
     *
     * @param ruledClass whether a rule names the class, given as {@code com.acme.Main$Settings}
     * @param ruledField whether a rule of the class given first covers the field given second
     * @param ruledName whether any rule covers fields of this name
     * @param ruledInstances whether a rule binds each instance of the class by the values of its own fields
     * @param ruledClassNames for each rule the names that its class may have; null if nobody can tell
     */
    public DynamicFields(
            Predicate<String> ruledClass,
            BiPredicate<String, String> ruledField,
            Predicate<String> ruledName,
            Predicate<String> ruledInstances,
            List<List<String>> ruledClassNames) {
        this(
                ruledClass,
                ruledField,
                ruledName,
                ruledInstances,
                ruledClassNames,
                new AdoptedClasses(Collections.emptySet()));
    }

    private DynamicFields(
            Predicate<String> ruledClass,
            BiPredicate<String, String> ruledField,
            Predicate<String> ruledName,
            Predicate<String> ruledInstances,
            List<List<String>> ruledClassNames,
            AdoptedClasses adopted) {
        this.ruledClass = ruledClass;
        this.ruledField = ruledField;
        this.ruledName = ruledName;
        this.ruledInstances = ruledInstances;
        this.ruledClassNames = ruledClassNames;
        this.adopted = adopted;
    }

    /** The same selection, and the fields that follow by annotations of other frameworks. */
    public DynamicFields with(AdoptedClasses more) {
        return new DynamicFields(ruledClass, ruledField, ruledName, ruledInstances, ruledClassNames, more);
    }

    /** The dynamic fields that a class declares, by {@link #key}. */
    Set<String> declaredBy(ClassFile file) {
        if (!concern(file)) {
            return Collections.emptySet();
        }
        return wantedIn(file)
                .filter(field -> !field.isInlined())
                .map(field -> key(field.name, field.descriptor))
                .collect(Collectors.toSet());
    }

    /** The names of fields that should be dynamic and cannot, because the compiler copied their values. */
    Set<String> inlinedIn(ClassFile file) {
        return wantedIn(file)
                .filter(ClassFile.Member::isInlined)
                .map(field -> field.name)
                .filter(name -> !name.equals("serialVersionUID"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Both. */
    List<ClassFile.Member> membersOf(ClassFile file) {
        return wantedIn(file)
                .filter(field -> !field.isInlined() || !field.name.equals("serialVersionUID"))
                .collect(Collectors.toList());
    }

    private Stream<ClassFile.Member> wantedIn(ClassFile file) {
        String className = file.className();
        boolean ruled = ruledClass.test(className);
        boolean adopts = adopted.concern(file);
        return file.fields().stream()
                .filter(ClassFile.Member::isWritten)
                .filter(field -> file.isAnnotated()
                        || field.annotated
                        || (ruled && ruledField.test(className, field.name))
                        || (adopts && adopted.covers(file, field)));
    }

    /** Whether a rule or an annotation makes fields of the class dynamic, or tries to. */
    boolean concern(ClassFile file) {
        return ruledClass.test(file.className())
                || (file.mentionsDynamic() && isAnnotated(file))
                || adopted.concern(file);
    }

    /** Whether no rule names any class: that of the self-test's probe is not counted, which {@link #isRuled(String)} is true for. */
    boolean areUnruled() {
        return ruledClassNames != null && ruledClassNames.isEmpty();
    }

    /** Whether a rule names the class, {@code com.acme.Main$Settings}. */
    boolean isRuled(String className) {
        return ruledClass.test(className);
    }

    /** Whether a class of this name may have fields that follow by an annotation of another framework. */
    boolean mayAdopt(String name) {
        return !FrameworkClasses.include(name) && (!LibraryClasses.include(name) || adopted.isHeld(name));
    }

    /** Whether classes of a loader can have fields that follow by an annotation of another framework. */
    boolean areAdoptedIn(ClassLoader loader) {
        return adopted.areSeenBy(loader);
    }

    /**
     * Remembers which classes are adopted because a class that is being loaded is.
     *
     * @return those that were not before, as {@code com/acme/Settings}
     */
    Collection<String> addHeldBy(ClassFile file) {
        return adopted.addHeldBy(file);
    }

    private static boolean isAnnotated(ClassFile file) {
        return file.isAnnotated() || file.fields().stream().anyMatch(field -> field.annotated);
    }

    /** Whether each instance of the class is to be bound when its constructor ends. */
    boolean bindInstances(ClassFile file) {
        String prefix = file.annotation();
        return (prefix != null && prefix.contains("${"))
                || ruledInstances.test(file.className())
                || adopted.bindInstances(file);
    }

    /** Whether a rule covers a field of a class whose file cannot be found. */
    boolean isRuled(String internalName, String field) {
        String className = internalName.replace('/', '.');
        return ruledClass.test(className) && ruledField.test(className, field);
    }

    /** Whether a field of this name can be dynamic where no class carries the annotation. */
    boolean isRuledName(String field) {
        return ruledName.test(field);
    }

    /** For each rule the names that its class may have; null if nobody can tell. */
    List<List<String>> ruledClassNames() {
        return ruledClassNames;
    }

    static String key(String field, String descriptor) {
        return field + ' ' + descriptor;
    }
}
