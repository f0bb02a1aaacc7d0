package io.reloadagent.bind;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.function.Function;

/**
 * Which types are read from single scalars, for the fields of one class: those of the JDK, classes by name, enums, and those
 * with a converter of the application. Thread-safe.
 */
final class ScalarTypes {

    private final ClassLoader loader;
    private final Converters converters;

    /**
     * @param loader finds the classes that values name; null for the boot loader
     * @param converters those that the application has registered
     */
    ScalarTypes(ClassLoader loader, Converters converters) {
        this.loader = loader;
        this.converters = converters;
    }

    /** Those of the JDK alone. */
    static ScalarTypes ofJdk() {
        return new ScalarTypes(null, new Converters());
    }

    /** Whether values of a type are read without Jackson, whatever the application registers. */
    static boolean include(Type type) {
        Class<?> raw = raw(type);
        return raw == Class.class
                || (type instanceof Class && (Scalar.of(raw) != null || raw.isEnum() || SecretValues.isType(raw)));
    }

    /** Grows with each converter that is registered. */
    int changes() {
        return converters.changes();
    }

    /** How a type is read; null if it is no scalar. */
    Scalar of(Type type) {
        Class<?> raw = raw(type);
        if (raw == Class.class) {
            return named(bound(type));
        }
        return type instanceof Class ? of(raw) : null;
    }

    /** How a class other than {@link Class} is read; null if it is no scalar. */
    Scalar of(Class<?> type) {
        Scalar scalar = Scalar.of(type);
        if (scalar != null) {
            return scalar;
        }
        Function<String, ?> converter = converters.of(type);
        if (converter != null) {
            return converted(type, converter);
        }
        if (SecretValues.isType(type)) {
            return SecretValues.scalar(type);
        }
        return type.isEnum() ? constant(type) : null;
    }

    /** The name of a class, which is loaded and not initialised. */
    Scalar named(Class<?> bound) {
        String what = bound == Object.class ? "a class" : "a " + bound.getName();
        return Scalar.ofText("the name of " + what + " that the class of the field can see", name -> {
            Class<?> found = load(name);
            return found != null && bound.isAssignableFrom(found) ? found : null;
        });
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null; // what was found instead of a class is said
        }
    }

    private static Scalar constant(Class<?> type) {
        EnumNames names = new EnumNames(type);
        return Scalar.ofText(names::description, names::find);
    }

    private static Scalar converted(Class<?> type, Function<String, ?> converter) {
        String description = "a text that the application's converter makes a " + type.getName() + " of";
        return Scalar.ofText(description, text -> {
            Object value = converter.apply(text);
            return type.isInstance(value) ? value : null;
        });
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType) {
            return (Class<?>) ((ParameterizedType) type).getRawType();
        }
        return type instanceof Class ? (Class<?>) type : null;
    }

    /** What the values of a {@code Class<? extends X>} have to extend. */
    private static Class<?> bound(Type type) {
        if (!(type instanceof ParameterizedType)) {
            return Object.class;
        }
        Type argument = ((ParameterizedType) type).getActualTypeArguments()[0];
        Type bound = argument instanceof WildcardType ? ((WildcardType) argument).getUpperBounds()[0] : argument;
        Class<?> raw = raw(bound);
        return raw == null ? Object.class : raw;
    }
}
