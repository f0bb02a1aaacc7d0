package io.reloadagent.bind;

import io.reloadagent.adopt.AdoptedAnnotation;
import io.reloadagent.adopt.FrameworkClasses;
import io.reloadagent.adopt.Neighbours;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Tells which fields of an adopted class hold an object whose own fields follow, one by one, instead of following as a whole. */
final class NestedFields {

    private static final String NESTED = AdoptedAnnotation.SPRING_NESTED_CONFIGURATION_PROPERTY.className();
    private static final String NAME = "org.springframework.boot.context.properties.bind.Name";

    private NestedFields() {}

    /** Whether a field is one of them. */
    static boolean include(Field field) {
        Class<?> type = field.getType();
        if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic() || isValue(type)) {
            return false;
        }
        if (Annotations.find(field, NESTED) != null) {
            return true;
        }
        return Neighbours.are(field.getDeclaringClass().getName(), type.getName())
                && isProperty(field)
                && (isTogether(field.getDeclaringClass(), type) || isRecord(type) || TextFactory.of(type) == null);
    }

    /** Whether it can be got, set, or given to a constructor, and so is more than the object's own business. */
    private static boolean isProperty(Field field) {
        Class<?> owner = field.getDeclaringClass();
        String name = field.getName();
        String rest = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return Arrays.stream(owner.getDeclaredMethods())
                        .map(Method::getName)
                        .anyMatch(method ->
                                method.equals(name) || method.equals("get" + rest) || method.equals("set" + rest))
                || Arrays.stream(owner.getDeclaredConstructors())
                        .anyMatch(constructor ->
                                Arrays.asList(constructor.getParameterTypes()).contains(field.getType()));
    }

    private static boolean isValue(Class<?> type) {
        return type.isPrimitive()
                || type.isArray()
                || type.isEnum()
                || Modifier.isAbstract(type.getModifiers())
                || JdkTypes.isOfJdk(type)
                || SecretValues.isType(type)
                || FrameworkClasses.include(type.getName().replace('.', '/'));
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
        Annotation name = Annotations.find(field, NAME);
        if (name == null) {
            return field.getName();
        }
        try {
            return (String) name.annotationType().getMethod("value").invoke(name);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException | ClassCastException e) {
            return field.getName(); // not the annotation that Spring has
        }
    }
}
