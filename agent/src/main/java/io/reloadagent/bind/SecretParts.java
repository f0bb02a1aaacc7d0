package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.lang.reflect.Field;
import java.lang.reflect.GenericSignatureFormatError;
import java.lang.reflect.MalformedParameterizedTypeException;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds out at which paths the values of a type hold a {@code SecretValue}: its own, those of an object's fields; of a list, a map, an
 * object with type arguments of its own, and an object within itself, the path of the whole. For one search by one thread.
 */
final class SecretParts {

    private final Set<Path> paths = new LinkedHashSet<>();

    private SecretParts() {}

    /**
     * The paths whose values, with all beneath them, are secret.
     *
     * @param type loaded with the types of its fields, and not initialised
     * @param path where its values stand
     */
    static Set<Path> of(Type type, Path path) {
        if (SecretValues.isType(type)) {
            return Collections.singleton(path);
        }
        if (JdkTypes.contain(type)) {
            return Collections.emptySet();
        }
        SecretParts parts = new SecretParts();
        try {
            parts.collect(type, TypeArguments.NONE, path, new HashSet<>());
        } catch (TypeNotPresentException | MalformedParameterizedTypeException | GenericSignatureFormatError broken) {
            parts.paths.add(path); // of no such type a value can be made, but its text may get into a message
        }
        return parts.paths;
    }

    private void collect(Type type, TypeArguments arguments, Path path, Set<Type> around) {
        if (!SecretTypes.include(type, arguments)) {
            return;
        }
        if (!SecretTypes.isObject(type) || !around.add(type)) {
            paths.add(path);
            return;
        }
        TypeArguments own = TypeArguments.of((Class<?>) type);
        for (Class<?> declaring = (Class<?>) type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : SecretTypes.fields(declaring)) {
                collect(own.resolve(field.getGenericType()), own, path.child(field.getName()), around);
            }
        }
        around.remove(type);
    }
}
