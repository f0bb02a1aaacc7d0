package io.reloadagent.bind;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;

/** Which annotations of Bean Validation a field carries, or the types within its type, as in {@code List<@NotBlank String>}. Immutable. */
final class Demands {

    private static final String[] NAMESPACES = {"javax.validation", "jakarta.validation"};

    /** Nothing. */
    static final Demands NONE = new Demands(null, false);

    private final String namespace;
    private final boolean cascading;

    private Demands(String namespace, boolean cascading) {
        this.namespace = namespace;
        this.cascading = cascading;
    }

    static Demands of(Field field) {
        for (String namespace : NAMESPACES) {
            if (carries(field, namespace)) {
                return new Demands(namespace, cascades(field, namespace + ".Valid"));
            }
        }
        return NONE;
    }

    /** {@code javax.validation} or {@code jakarta.validation}; null if the field demands nothing. */
    String namespace() {
        return namespace;
    }

    /** Whether the constraints within its value count. */
    boolean areCascading() {
        return cascading;
    }

    private static boolean carries(Field field, String namespace) {
        return isConstrained(field, namespace)
                || (isComposed(field) && isConstrainedWithin(field.getAnnotatedType(), namespace));
    }

    private static boolean cascades(Field field, String valid) {
        return isAnnotated(field, valid) || (isComposed(field) && isAnnotatedWithin(field.getAnnotatedType(), valid));
    }

    /** Annotations within a type cost the JDK some work, which most fields need not do. */
    private static boolean isComposed(Field field) {
        return field.getGenericType() instanceof ParameterizedType
                || field.getType().isArray();
    }

    private static boolean isConstrainedWithin(AnnotatedType type, String namespace) {
        return isConstrained(type, namespace)
                || Arrays.stream(inner(type)).anyMatch(each -> isConstrainedWithin(each, namespace));
    }

    private static boolean isAnnotatedWithin(AnnotatedType type, String name) {
        return isAnnotated(type, name) || Arrays.stream(inner(type)).anyMatch(each -> isAnnotatedWithin(each, name));
    }

    private static AnnotatedType[] inner(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType) {
            return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments();
        }
        return type instanceof AnnotatedArrayType
                ? new AnnotatedType[] {((AnnotatedArrayType) type).getAnnotatedGenericComponentType()}
                : new AnnotatedType[0];
    }

    private static boolean isConstrained(AnnotatedElement element, String namespace) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> isConstraint(type, namespace) || isConstraint(repeated(type), namespace));
    }

    private static boolean isConstraint(Class<?> type, String namespace) {
        return type != null
                && (type.getName().equals(namespace + ".Valid") || isAnnotated(type, namespace + ".Constraint"));
    }

    /** The annotation that another one contains several of, as {@code Size.List} does of {@code Size}; else null. */
    private static Class<?> repeated(Class<? extends Annotation> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("value"))
                .map(Method::getReturnType)
                .map(Class::getComponentType)
                .filter(component -> component != null && component.isAnnotation())
                .findFirst()
                .orElse(null);
    }

    private static boolean isAnnotated(AnnotatedElement element, String name) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(name));
    }
}
