package io.reloadagent.bind;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Reads {@code @Dynamic} and {@code @DataSize} of whichever copy of the API a class was compiled against: by name. */
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
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            if (annotation.annotationType().getName().equals(DYNAMIC)) {
                return value(annotation);
            }
        }
        return null;
    }

    /** Whether a field carries {@code @DataSize}. */
    static boolean isSize(AnnotatedElement field) {
        return Arrays.stream(field.getDeclaredAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(DATA_SIZE));
    }

    private static String value(Annotation annotation) throws ReflectiveOperationException {
        try {
            return (String) annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (InvocationTargetException e) {
            throw new ReflectiveOperationException(annotation + " has no readable value", e.getCause());
        }
    }
}
