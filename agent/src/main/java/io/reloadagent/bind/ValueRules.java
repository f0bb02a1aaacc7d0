package io.reloadagent.bind;

import java.lang.reflect.Type;
import java.util.Objects;

/** What holds for the values of all dynamic fields. Immutable, but for the converters that are registered. */
public final class ValueRules {

    private final SecretPaths secret;
    private final Converters converters;
    private final Constraints constraints;

    /**
     * @param secret whose values must not be shown in problems; never null
     * @param converters those of the application; never null
     * @param constraints checks what the application's fields demand; never null
     */
    public ValueRules(SecretPaths secret, Converters converters, Constraints constraints) {
        this.secret = Objects.requireNonNull(secret, "secret");
        this.converters = Objects.requireNonNull(converters, "converters");
        this.constraints = Objects.requireNonNull(constraints, "constraints");
    }

    SecretPaths secret() {
        return secret;
    }

    Constraints constraints() {
        return constraints;
    }

    /** What a class's methods take as a parameter of some type. */
    public ValueType parameter(Class<?> owner, Type type) {
        return new ValueType(new Target(type, converterFor(owner), null, false, null));
    }

    /** Makes the values of a class's fields. */
    Converter converterFor(Class<?> type) {
        return new Converter(secret, new ScalarTypes(type.getClassLoader(), converters));
    }
}
