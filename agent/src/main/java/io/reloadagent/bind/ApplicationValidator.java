package io.reloadagent.bind;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Collections;
import java.util.function.Consumer;

/** A validator that an application has, called by reflection. Immutable; thread-safe, as validators are. */
final class ApplicationValidator {

    /** Finds nothing wrong. */
    private static final ApplicationValidator NONE = new ApplicationValidator(null, null, null, null);

    private static final Class<?>[] NO_GROUPS = {};

    private final Object validator;
    private final Method validateValue;
    private final Method validate;
    private final Violation violations;

    private ApplicationValidator(Object validator, Method validateValue, Method validate, Violation violations) {
        this.validator = validator;
        this.validateValue = validateValue;
        this.validate = validate;
        this.violations = violations;
    }

    /**
     * The validator that a class loader's classes would get; if there is none, one that finds nothing wrong.
     *
     * @param namespace {@code javax.validation} or {@code jakarta.validation}
     * @param told is told why there is none
     */
    static ApplicationValidator of(ClassLoader loader, String namespace, Consumer<String> told) {
        try {
            Object factory = Class.forName(namespace + ".Validation", true, loader)
                    .getMethod("buildDefaultValidatorFactory")
                    .invoke(null);
            Class<?> factoryType = Class.forName(namespace + ".ValidatorFactory", true, loader);
            Class<?> type = Class.forName(namespace + ".Validator", true, loader);
            return new ApplicationValidator(
                    factoryType.getMethod("getValidator").invoke(factory),
                    type.getMethod("validateValue", Class.class, String.class, Object.class, Class[].class),
                    type.getMethod("validate", Object.class, Class[].class),
                    Violation.of(loader, namespace));
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable cause = Failures.cause(e);
            Failures.throwIfFatal(cause);
            told.accept("the constraints of " + namespace
                    + " are not checked: the application has no validator for them (" + cause + ")");
            return NONE;
        }
    }

    /** Records the violations of what a field demands, by a value that it would have. */
    void checkField(Class<?> type, String field, Object value, Spot spot, Findings findings)
            throws ReflectiveOperationException {
        record(call(validateValue, type, field, value, NO_GROUPS), spot, true, findings);
    }

    /** Records the violations within an object. */
    void checkWithin(Object value, Spot spot, Findings findings) throws ReflectiveOperationException {
        record(call(validate, value, NO_GROUPS), spot, false, findings);
    }

    private Collection<?> call(Method method, Object... arguments) throws ReflectiveOperationException {
        return validator == null ? Collections.emptyList() : (Collection<?>) method.invoke(validator, arguments);
    }

    private void record(Collection<?> found, Spot root, boolean ofField, Findings findings)
            throws ReflectiveOperationException {
        for (Object violation : found) {
            Spot spot = violations.spot(violation, root, ofField);
            findings.violates(violations.message(violation), spot.place(), spot.node());
        }
    }
}
