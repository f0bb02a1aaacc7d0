package io.reloadagent.reload;

import java.time.temporal.TemporalAmount;

/**
 * What stands for a value in results. Single values are shown; what is composed of several is not, as there may be a secret
 * among them.
 */
final class ShownValue {

    private ShownValue() {}

    /** A number, truth value or text of the JDK's: the value itself, or what describes it. Runs no code of the application. */
    static Object of(Object value) {
        if (value instanceof Enum) {
            return ((Enum<?>) value).name();
        }
        if (value.getClass().getClassLoader() == null) {
            if (value instanceof Number || value instanceof Boolean) {
                return value;
            }
            if (value instanceof CharSequence || value instanceof Character || value instanceof TemporalAmount) {
                return value.toString();
            }
        }
        return "(" + value.getClass().getSimpleName() + ")";
    }
}
