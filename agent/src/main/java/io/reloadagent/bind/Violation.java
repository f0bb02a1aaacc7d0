package io.reloadagent.bind;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Reads the constraint violations of one copy of Bean Validation, by reflection. Immutable. */
final class Violation {

    private final Method message;
    private final Method path;
    private final Method name;
    private final Method index;
    private final Method key;

    private Violation(Class<?> violation, Class<?> step) throws NoSuchMethodException {
        this.message = violation.getMethod("getMessage");
        this.path = violation.getMethod("getPropertyPath");
        this.name = step.getMethod("getName");
        this.index = step.getMethod("getIndex");
        this.key = step.getMethod("getKey");
    }

    /**
     * Looks the methods up.
     *
     * @throws ReflectiveOperationException if a class loader has no Bean Validation of the namespace, or an odd one
     */
    static Violation of(ClassLoader loader, String namespace) throws ReflectiveOperationException {
        return new Violation(
                Class.forName(namespace + ".ConstraintViolation", true, loader),
                Class.forName(namespace + ".Path$Node", true, loader));
    }

    /** What the constraint says. */
    String message(Object violation) throws ReflectiveOperationException {
        return String.valueOf(message.invoke(violation));
    }

    /**
     * The spot that a violation concerns.
     *
     * @param root the one of what was validated
     * @param ofField whether its path begins with the name of the field, which the root stands for
     */
    Spot spot(Object violation, Spot root, boolean ofField) throws ReflectiveOperationException {
        Spot spot = root;
        boolean skip = ofField;
        for (Object step : (Iterable<?>) path.invoke(violation)) {
            spot = within(spot, step);
            String itsName = (String) name.invoke(step);
            boolean isProperty = itsName != null && !itsName.startsWith("<"); // "<list element>" is none
            if (isProperty && !skip) {
                spot = spot.key(itsName);
            }
            skip = false;
        }
        return spot;
    }

    private Spot within(Spot spot, Object step) throws IllegalAccessException, InvocationTargetException {
        Object itsIndex = index.invoke(step);
        if (itsIndex instanceof Integer) {
            return spot.item((Integer) itsIndex);
        }
        Object itsKey = key.invoke(step);
        return itsKey instanceof String ? spot.key((String) itsKey) : spot;
    }
}
