package io.reloadagent.bind;

import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A type whose values are single scalars: what a person calls it, and how it is read. Immutable. */
final class Scalar {

    private static final Map<Class<?>, Scalar> ALL = new HashMap<>();

    static {
        integer(byte.class, Byte.class, "a byte", Byte.MIN_VALUE, Byte.MAX_VALUE, BigInteger::byteValue);
        integer(short.class, Short.class, "a short", Short.MIN_VALUE, Short.MAX_VALUE, BigInteger::shortValue);
        integer(int.class, Integer.class, "an int", Integer.MIN_VALUE, Integer.MAX_VALUE, BigInteger::intValue);
        integer(long.class, Long.class, "a long", Long.MIN_VALUE, Long.MAX_VALUE, BigInteger::longValue);
        real(double.class, Double.class, "a double", Double.MAX_VALUE, 0.0, Numbers::real);
        real(float.class, Float.class, "a float", Float.MAX_VALUE, 0.0f, Scalar::single);
        primitive(boolean.class, Boolean.class, new Scalar("true or false", false, Scalar::bool));
        primitive(char.class, Character.class, new Scalar("a single character", '\0', Scalar::character));
        ALL.put(String.class, new Scalar("a text", null, Leaf::text));
        ALL.put(CharSequence.class, ALL.get(String.class));
        ALL.put(char[].class, new Scalar("a text", null, leaf -> leaf.text().toCharArray()));
        ALL.put(Number.class, new Scalar("a number", null, Scalar::number));
        ALL.put(BigInteger.class, new Scalar("an integer", null, Numbers::integer));
        ALL.put(BigDecimal.class, new Scalar("a number", null, Numbers::decimal));
        ALL.put(
                Duration.class,
                new Scalar("a duration such as 5s or 1m30s", null, leaf -> DurationText.parse(leaf.text()))
                        .closer(Numbers::decimal, "a duration with a unit, such as 5s or 1m30s"));
    }

    private final String description;
    private final Object placeholder;
    private final Function<Leaf, Object> reading;
    private final Function<Leaf, Object> near;
    private final String nearDescription;

    private Scalar(String description, Object placeholder, Function<Leaf, Object> reading) {
        this(description, placeholder, reading, leaf -> null, description);
    }

    private Scalar(
            String description,
            Object placeholder,
            Function<Leaf, Object> reading,
            Function<Leaf, Object> near,
            String nearDescription) {
        this.description = description;
        this.placeholder = placeholder;
        this.reading = reading;
        this.near = near;
        this.nearDescription = nearDescription;
    }

    /** With another description for what is nearly right, such as a number that is only too large. */
    private Scalar closer(Function<Leaf, Object> nearlyRight, String itsDescription) {
        return new Scalar(description, placeholder, reading, nearlyRight, itsDescription);
    }

    /** The scalar type of a class, or null if it has none. */
    static Scalar of(Class<?> type) {
        return ALL.get(type);
    }

    /** As in "expected an int", where this is found. */
    String description(Node found) {
        boolean nearly = found instanceof Leaf && near.apply((Leaf) found) != null;
        return nearly ? nearDescription : description;
    }

    /** Stands in for a value that could not be read, so that reading can go on and find more; null unless a primitive needs it. */
    Object placeholder() {
        return placeholder;
    }

    /** The value, or null if the leaf has none of this type. */
    Object read(Leaf leaf) {
        return reading.apply(leaf);
    }

    /**
     * Reads a node, and records what is no such scalar.
     *
     * @return null for a leaf that is nothing, if the type is not primitive, and after a problem
     */
    Object read(Node node, boolean primitive, Place place, Findings findings) {
        Leaf leaf = node instanceof Leaf && ((Leaf) node).value() != null ? (Leaf) node : null;
        Object value = leaf == null ? null : read(leaf);
        if (value == null && (primitive || !isNothing(node))) {
            findings.expected(description(node), place, node);
        }
        return value;
    }

    /** A leaf that is null, or empty: all that properties and environment files have for it. To a text, what is empty is a value. */
    static boolean isNothing(Node node) {
        return node instanceof Leaf
                && (((Leaf) node).value() == null || ((Leaf) node).text().isEmpty());
    }

    private static void integer(
            Class<?> primitive, Class<?> box, String name, long least, long most, Function<BigInteger, Object> narrow) {
        Function<Leaf, Object> reading = leaf -> {
            BigInteger value = Numbers.integer(leaf);
            boolean fits = value != null
                    && value.compareTo(BigInteger.valueOf(least)) >= 0
                    && value.compareTo(BigInteger.valueOf(most)) <= 0;
            return fits ? narrow.apply(value) : null;
        };
        Scalar scalar = new Scalar(name, narrow.apply(BigInteger.ZERO), reading);
        primitive(primitive, box, scalar.closer(Numbers::integer, name + " from " + least + " to " + most));
    }

    private static void real(
            Class<?> primitive, Class<?> box, String name, Number most, Object zero, Function<Leaf, Object> reading) {
        Scalar scalar = new Scalar(name, zero, reading);
        primitive(primitive, box, scalar.closer(Numbers::decimal, name + " from -" + most + " to " + most));
    }

    private static void primitive(Class<?> primitive, Class<?> box, Scalar scalar) {
        ALL.put(primitive, scalar);
        ALL.put(box, scalar);
    }

    private static Object single(Leaf leaf) {
        Double value = Numbers.real(leaf);
        if (value == null) {
            return null;
        }
        float single = value.floatValue();
        return Float.isInfinite(single) && !value.isInfinite() ? null : (Object) single;
    }

    private static Object bool(Leaf leaf) {
        if (leaf.value() instanceof String) {
            boolean yes = leaf.text().equalsIgnoreCase("true");
            return yes || leaf.text().equalsIgnoreCase("false") ? (Object) yes : null;
        }
        return leaf.value() instanceof Boolean ? leaf.value() : null;
    }

    private static Object number(Leaf leaf) {
        return leaf.value() instanceof Number ? leaf.value() : null;
    }

    private static Object character(Leaf leaf) {
        return leaf.text().length() == 1 ? (Object) leaf.text().charAt(0) : null;
    }
}
