package io.reloadagent.bind;

import io.reloadagent.adopt.AdoptedAnnotation;
import io.reloadagent.source.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What annotations of other frameworks say of the fields of a class. Thread-safe. */
public final class Adoption {

    private final Set<AdoptedAnnotation> adopted;
    private final Function<String, ? extends Collection<String>> holders;
    private final ExpectedPaths expected = new ExpectedPaths();
    private final AdoptedObjects objects = new AdoptedObjects();

    /**
     * Adopts some annotations.
     *
     * @param holders the names of the loaded classes by which a class, given by its name, is adopted without an annotation of its
     *     own: they have a field of it, or extend it
     */
    public Adoption(Collection<AdoptedAnnotation> adopted, Function<String, ? extends Collection<String>> holders) {
        this.adopted = adopted.isEmpty() ? EnumSet.noneOf(AdoptedAnnotation.class) : EnumSet.copyOf(adopted);
        this.holders = holders;
    }

    /** Adopts nothing. */
    public static Adoption none() {
        return new Adoption(Collections.emptySet(), className -> Collections.emptySet());
    }

    /**
     * A class is loaded that carries an annotation, or has a field that does: until it is known which of its fields follow, whatever
     * the annotation names may be followed.
     *
     * @param field the field that carries it; null if the class does
     */
    public void loaded(String className, String field, AdoptedAnnotation annotation, String text) {
        if (adopted.contains(annotation) && annotation.kind() != AdoptedAnnotation.Kind.NESTED) {
            Path path = field == null
                    ? AdoptedText.prefix(text)
                    : AdoptedText.path(annotation, text, AdoptedText.ownerOf(className, field));
            if (path != null) {
                expected.add(className, path);
            }
        }
    }

    /** The living objects whose parts may have to be told apart. */
    public AdoptedObjects objects() {
        return objects;
    }

    /** Whether a path may be followed by a field of a class that is loaded and was not looked at yet. */
    boolean mayBind(Path path) {
        return expected.mayBind(path);
    }

    /** The class was looked at, and so is known. */
    void found(Class<?> type) {
        if (adopted.isEmpty()) {
            return;
        }
        for (Path prefix : prefixesOf(type)) {
            for (Field field : type.getDeclaredFields()) {
                if (NestedFields.include(field)) {
                    expected.add(field.getType().getName(), prefix.child(NestedFields.nameOf(field)));
                }
            }
        }
        expected.remove(type.getName());
    }

    /** Whether the class itself carries an annotation that makes its fields follow, and theirs. */
    boolean isRoot(Class<?> type) {
        return !adopted.isEmpty() && prefixOf(type) != null;
    }

    /**
     * What the paths of the fields of a class begin with: as its annotation says, or where the fields that hold its objects stand.
     *
     * @return empty if nobody says so; several if its objects have to be told apart
     */
    Set<Path> prefixesOf(Class<?> type) {
        return adopted.isEmpty() ? Collections.emptySet() : new PrefixSearch(this::prefixOf, holders).of(type);
    }

    private Path prefixOf(Class<?> type) {
        String text = find(type, AdoptedAnnotation.Kind.PREFIX).values().stream()
                .findFirst()
                .orElse(null);
        return text == null ? null : AdoptedText.prefix(text);
    }

    /**
     * The path that a field follows by an annotation of its own.
     *
     * @return null if it has none, or one that names no single key
     */
    Path pathOf(Field field) {
        if (adopted.isEmpty()) {
            return null;
        }
        Class<?> type = field.getDeclaringClass();
        Path prefix = prefixOf(type);
        for (Map.Entry<AdoptedAnnotation, String> key :
                find(field, AdoptedAnnotation.Kind.KEY).entrySet()) {
            return prefix == null
                    ? AdoptedText.path(
                            key.getKey(), key.getValue(), AdoptedText.ownerOf(type.getName(), field.getName()))
                    : prefix.child(key.getValue().isEmpty() ? field.getName() : key.getValue());
        }
        for (Map.Entry<AdoptedAnnotation, String> placeholder :
                find(field, AdoptedAnnotation.Kind.PLACEHOLDER).entrySet()) {
            return AdoptedText.path(placeholder.getKey(), placeholder.getValue(), null);
        }
        return null;
    }

    /** How a field is read that frameworks write differently; null for as every other is. */
    Scalar scalarOf(Field field) {
        return AdoptedValues.scalarOf(field, adopted);
    }

    /** Whether a field is written as a text that is JSON. */
    boolean isJson(Field field) {
        return AdoptedValues.isJson(field, adopted);
    }

    private Map<AdoptedAnnotation, String> find(AnnotatedElement element, AdoptedAnnotation.Kind kind) {
        Map<AdoptedAnnotation, String> found = Annotations.adopted(element);
        found.keySet().removeIf(annotation -> annotation.kind() != kind || !adopted.contains(annotation));
        return found;
    }
}
