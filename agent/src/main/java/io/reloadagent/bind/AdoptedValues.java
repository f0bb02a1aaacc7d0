package io.reloadagent.bind;

import io.reloadagent.adopt.AdoptedAnnotation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** What other frameworks write differently. */
final class AdoptedValues {

    private static final String DURATION_UNIT = "org.springframework.boot.convert.DurationUnit";

    private AdoptedValues() {}

    /** How a field is read that follows by one of these annotations; null for as every other is. */
    static Scalar scalarOf(Field field, Set<AdoptedAnnotation> adopted) {
        boolean bySpring = adopted.contains(AdoptedAnnotation.SPRING_CONFIGURATION_PROPERTIES)
                && !Annotations.adopted(field).containsKey(AdoptedAnnotation.MICROPROFILE_CONFIG_PROPERTY);
        return bySpring && field.getType() == Duration.class ? Scalar.ofDuration(unitOf(field)) : null;
    }

    /** As Spring says: milliseconds, unless the field is annotated. */
    private static ChronoUnit unitOf(Field field) {
        Annotation annotation = Annotations.find(field, DURATION_UNIT);
        return annotation == null ? ChronoUnit.MILLIS : unitOf(annotation);
    }

    private static ChronoUnit unitOf(Annotation annotation) {
        try {
            return (ChronoUnit) annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException | ClassCastException e) {
            return ChronoUnit.MILLIS; // not the annotation that Spring has
        }
    }

    /** Whether a field is written as a text that is JSON. */
    static boolean isJson(Field field, Set<AdoptedAnnotation> adopted) {
        return adopted.contains(AdoptedAnnotation.APOLLO_JSON_VALUE)
                && Annotations.adopted(field).containsKey(AdoptedAnnotation.APOLLO_JSON_VALUE);
    }
}
