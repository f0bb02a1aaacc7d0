package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.MalformedParameterizedTypeException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds out at which paths the values of a type hold a {@code SecretValue}: its own, those of an object's fields; of a list, a map, and an
 * object within itself, the path of the whole. For one search by one thread.
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
            parts.collect(type, path, new HashSet<>());
        } catch (TypeNotPresentException | MalformedParameterizedTypeException broken) {
            parts.paths.add(path); // of no such type a value can be made, but its text may get into a message
        }
        return parts.paths;
    }

    private void collect(Type type, Path path, Set<Class<?>> around) {
        if (!holdsSecret(type, new HashSet<>())) {
            return;
        }
        boolean isObject = type instanceof Class && isObject((Class<?>) type) && !SecretValues.isType(type);
        if (!isObject || !around.add((Class<?>) type)) {
            paths.add(path);
            return;
        }
        for (Class<?> declaring = (Class<?>) type; isObject(declaring); declaring = declaring.getSuperclass()) {
            for (Field field : fields(declaring)) {
                collect(field.getGenericType(), path.child(field.getName()), around);
            }
        }
        around.remove(type);
    }

    private static boolean holdsSecret(Type type, Set<Type> seen) {
        if (SecretValues.isType(type)) {
            return true;
        }
        if (!seen.add(type)) {
            return false;
        }
        if (type instanceof ParameterizedType) {
            ParameterizedType generic = (ParameterizedType) type;
            return anyHoldsSecret(generic.getActualTypeArguments(), seen) || holdsSecret(generic.getRawType(), seen);
        }
        if (type instanceof GenericArrayType) {
            return holdsSecret(((GenericArrayType) type).getGenericComponentType(), seen);
        }
        if (type instanceof WildcardType) {
            return anyHoldsSecret(((WildcardType) type).getUpperBounds(), seen);
        }
        return type instanceof Class && classHoldsSecret((Class<?>) type, seen);
    }

    private static boolean classHoldsSecret(Class<?> type, Set<Type> seen) {
        if (type.isArray()) {
            return holdsSecret(type.getComponentType(), seen);
        }
        if (!isObject(type)) {
            return false;
        }
        return holdsSecret(type.getSuperclass(), seen)
                || Arrays.stream(fields(type)).anyMatch(field -> holdsSecret(field.getGenericType(), seen));
    }

    private static boolean anyHoldsSecret(Type[] types, Set<Type> seen) {
        return Arrays.stream(types).anyMatch(type -> holdsSecret(type, seen));
    }

    /** Of a class of the application, whose values are made of mappings. */
    private static boolean isObject(Class<?> type) {
        return type != null
                && !type.isPrimitive()
                && !type.isArray()
                && !type.isEnum()
                && !type.isInterface()
                && !JdkTypes.isOfJdk(type);
    }

    private static Field[] fields(Class<?> type) {
        try {
            return Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !field.isSynthetic() && !Modifier.isStatic(field.getModifiers()))
                    .toArray(Field[]::new);
        } catch (LinkageError missing) {
            return new Field[0]; // no value of a class can be made that names a class which is missing
        }
    }
}
