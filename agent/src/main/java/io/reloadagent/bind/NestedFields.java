package io.reloadagent.bind;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Tells which fields of an adopted class hold an object whose own fields follow, one by one, instead of following as a whole. */
final class NestedFields {

    private static final String NESTED = "org.springframework.boot.context.properties.NestedConfigurationProperty";
    private static final String NAME = "org.springframework.boot.context.properties.bind.Name";

    private static final String[] FRAMEWORKS = {"org.springframework.", "io.smallrye.", "io.quarkus."};

    private NestedFields() {}

    /** Whether a field is one of them. */
    static boolean include(Field field) {
        Class<?> type = field.getType();
        if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic() || isValue(type)) {
            return false;
        }
        return isTogether(field.getDeclaringClass(), type)
                || isRecord(type)
                || annotation(field, NESTED) != null
                || TextFactory.of(type) == null;
    }

    private static boolean isValue(Class<?> type) {
        return type.isPrimitive()
                || type.isArray()
                || type.isEnum()
                || Modifier.isAbstract(type.getModifiers())
                || JdkTypes.isOfJdk(type)
                || SecretValues.isType(type)
                || Arrays.stream(FRAMEWORKS).anyMatch(type.getName()::startsWith);
    }

    /** Whether two classes were written in one. */
    private static boolean isTogether(Class<?> one, Class<?> other) {
        return outermost(one) == outermost(other);
    }

    private static Class<?> outermost(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer;
    }

    /** By name: records came with Java 16. */
    private static boolean isRecord(Class<?> type) {
        return type.getSuperclass() != null && type.getSuperclass().getName().equals("java.lang.Record");
    }

    /** The last name in the path of a field: its own, unless Spring's {@code @Name} gives it another. */
    static String nameOf(Field field) {
        Annotation name = annotation(field, NAME);
        if (name == null) {
            return field.getName();
        }
        try {
            return (String) name.annotationType().getMethod("value").invoke(name);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException | ClassCastException e) {
            return field.getName(); // not the annotation that Spring has
        }
    }

    private static Annotation annotation(Field field, String className) {
        for (Annotation annotation : field.getDeclaredAnnotations()) {
            if (annotation.annotationType().getName().equals(className)) {
                return annotation;
            }
        }
        return null;
    }
}
