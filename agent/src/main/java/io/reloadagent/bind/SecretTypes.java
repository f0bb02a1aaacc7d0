package io.reloadagent.bind;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tells the types with a {@code SecretValue} somewhere in their values: rather one too many than one too few. */
final class SecretTypes {

    private SecretTypes() {}

    /**
     * Whether values of a type may hold a secret.
     *
     * @param arguments what the variables that the type mentions stand for
     */
    static boolean include(Type type, TypeArguments arguments) {
        return holdsSecret(type, new HashSet<>())
                || arguments.mentionedIn(type).anyMatch(argument -> include(argument, arguments));
    }

    private static boolean holdsSecret(Type type, Set<Type> seen) {
        if (SecretValues.isType(type)) {
            return true;
        }
        if (type == null || !seen.add(type)) {
            return false;
        }
        if (type instanceof ParameterizedType) {
            return genericHoldsSecret((ParameterizedType) type, seen);
        }
        if (type instanceof GenericArrayType) {
            return holdsSecret(((GenericArrayType) type).getGenericComponentType(), seen);
        }
        if (type instanceof WildcardType) {
            WildcardType wildcard = (WildcardType) type;
            return anyHoldsSecret(wildcard.getUpperBounds(), seen) || anyHoldsSecret(wildcard.getLowerBounds(), seen);
        }
        if (type instanceof TypeVariable) {
            return anyHoldsSecret(((TypeVariable<?>) type).getBounds(), seen);
        }
        return classHoldsSecret((Class<?>) type, seen);
    }

    /** With the arguments at hand there is no need to know what becomes of them. */
    private static boolean genericHoldsSecret(ParameterizedType type, Set<Type> seen) {
        Type owner = type.getOwnerType();
        return anyHoldsSecret(type.getActualTypeArguments(), seen)
                || holdsSecret(type.getRawType(), seen)
                || (owner instanceof ParameterizedType
                        && anyHoldsSecret(((ParameterizedType) owner).getActualTypeArguments(), seen));
    }

    private static boolean classHoldsSecret(Class<?> type, Set<Type> seen) {
        if (type.isArray()) {
            return holdsSecret(type.getComponentType(), seen);
        }
        if (type.isPrimitive() || type.isEnum() || JdkTypes.isOfJdk(type)) {
            return false;
        }
        return holdsSecret(type.getGenericSuperclass(), seen)
                || (isContainer(type) && anyHoldsSecret(type.getGenericInterfaces(), seen))
                || Arrays.stream(fields(type)).anyMatch(field -> holdsSecret(field.getGenericType(), seen));
    }

    private static boolean anyHoldsSecret(Type[] types, Set<Type> seen) {
        return Arrays.stream(types).anyMatch(type -> holdsSecret(type, seen));
    }

    /** Of a class of the application, whose values are made of mappings, and which has all its parts in fields that can be seen. */
    static boolean isObject(Type type) {
        return type instanceof Class
                && !SecretValues.isType(type)
                && !((Class<?>) type).isArray()
                && !((Class<?>) type).isEnum()
                && !((Class<?>) type).isInterface()
                && !isContainer((Class<?>) type)
                && hasOwnFieldsOnly((Class<?>) type);
    }

    private static boolean isContainer(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    private static boolean hasOwnFieldsOnly(Class<?> type) {
        Class<?> top = type;
        while (!JdkTypes.isOfJdk(top)) {
            top = top.getSuperclass();
        }
        return top == Object.class || top.getName().equals("java.lang.Record");
    }

    /** Those that an object of a class has, its superclasses' left out. */
    static Field[] fields(Class<?> type) {
        try {
            return Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !field.isSynthetic() && !Modifier.isStatic(field.getModifiers()))
                    .toArray(Field[]::new);
        } catch (LinkageError missing) {
            return new Field[0]; // no value of a class can be made that names a class which is missing
        }
    }
}
