package io.reloadagent.bind;

import io.reloadagent.adopt.AdoptedAnnotation;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.Map;

/** Reads annotations of whichever copy of the API, or of another framework, a class was compiled against: by name. */
final class Annotations {

    private static final String DYNAMIC = "io.reloadagent.api.Dynamic";

    private static final String DATA_SIZE = "io.reloadagent.api.DataSize";

    private Annotations() {}

    /**
     * The value of the element's annotation.
     *
     * @return null if the element does not carry it
     * @throws ReflectiveOperationException if the annotation is not the one that the agent knows
     */
    static String dynamic(AnnotatedElement element) throws ReflectiveOperationException {
        Annotation annotation = find(element, DYNAMIC);
        return annotation == null ? null : value(annotation);
    }

    /** Whether a field carries {@code @DataSize}. */
    static boolean isSize(AnnotatedElement field) {
        return find(field, DATA_SIZE) != null;
    }

    /** The annotation of a class, given by its name, that an element carries; null for none. */
    static Annotation find(AnnotatedElement element, String className) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            if (annotation.annotationType().getName().equals(className)) {
                return annotation;
            }
        }
        return null;
    }

    /** The annotations of other frameworks that an element carries, with their texts; modifiable. */
    static Map<AdoptedAnnotation, String> adopted(AnnotatedElement element) {
        Map<AdoptedAnnotation, String> found = new EnumMap<>(AdoptedAnnotation.class);
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            for (AdoptedAnnotation known : AdoptedAnnotation.values()) {
                if (annotation.annotationType().getName().equals(known.className())) {
                    found.put(known, text(annotation, known));
                }
            }
        }
        return found;
    }

    /** The first text of it that is not empty. */
    private static String text(Annotation annotation, AdoptedAnnotation known) {
        for (Method element : annotation.annotationType().getDeclaredMethods()) {
            if (known.isText(element.getName()) && element.getReturnType() == String.class) {
                String text = text(annotation, element);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    private static String text(Annotation annotation, Method element) {
        try {
            return (String) element.invoke(annotation);
        } catch (IllegalAccessException | InvocationTargetException e) {
            return ""; // an annotation of that name which is not the framework's
        }
    }

    private static String value(Annotation annotation) throws ReflectiveOperationException {
        try {
            return (String) annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (InvocationTargetException e) {
            throw new ReflectiveOperationException(annotation + " has no readable value", e.getCause());
        }
    }
}
