package io.reloadagent.bind;

import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

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

    /** A number of any unit up to days that can be counted in nanoseconds. */
    private static final int MOST_BITS = 46;

    private final Supplier<String> description;
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
        this(() -> description, placeholder, reading, near, nearDescription);
    }

    private Scalar(
            Supplier<String> description,
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

    /** A type of which each value has a text of its own; {@code reading} returns null for a text that is none. */
    static Scalar ofText(String description, Function<String, Object> reading) {
        return ofText(() -> description, reading);
    }

    /** A type of which each leaf has a value, unless {@code reading} returns null. */
    static Scalar ofLeaf(String description, Function<Leaf, Object> reading) {
        return new Scalar(description, null, reading);
    }

    /** The same, described when it is asked for. */
    static Scalar ofText(Supplier<String> description, Function<String, Object> reading) {
        return new Scalar(description, null, leaf -> reading.apply(leaf.text()), leaf -> null, null);
    }

    /** The same type, written as an amount of data; one without any value if it is no integer of 32 or 64 bits. */
    static Scalar ofSize(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return size(ALL.get(type).placeholder, Integer.MAX_VALUE, BigInteger::intValue);
        }
        if (type == long.class || type == Long.class) {
            return size(ALL.get(type).placeholder, Long.MAX_VALUE, BigInteger::longValue);
        }
        return ofText("nothing here: only a field of type int or long can be an amount of data", text -> null);
    }

    /** A duration whose unit may be left out. */
    static Scalar ofDuration(ChronoUnit unit) {
        return ofLeaf("a duration such as 5s, or a number of " + unit.toString().toLowerCase(Locale.ROOT), leaf -> {
            BigInteger number = Numbers.integer(leaf);
            return number == null || number.bitLength() > MOST_BITS
                    ? DurationText.parse(leaf.text())
                    : Duration.of(number.longValue(), unit);
        });
    }

    private static Scalar size(Object placeholder, long most, Function<BigInteger, Object> narrow) {
        Function<Leaf, Object> reading = leaf -> {
            BigInteger bytes = SizeText.parse(leaf);
            BigInteger limit = BigInteger.valueOf(most);
            boolean fits = bytes != null && bytes.abs().compareTo(limit) <= 0;
            return fits ? narrow.apply(bytes) : null;
        };
        return new Scalar("a size such as 10MB or 512KiB", placeholder, reading)
                .closer(SizeText::parse, "a size of at most " + most + " bytes");
    }

    /** With another description for what is nearly right, such as a number that is only too large. */
    private Scalar closer(Function<Leaf, Object> nearlyRight, String itsDescription) {
        return new Scalar(description, placeholder, reading, nearlyRight, itsDescription);
    }

    /** The scalar type of a class of the JDK's, or null if it has none. */
    static Scalar of(Class<?> type) {
        Scalar scalar = ALL.get(type);
        boolean known = scalar != null || type.getClassLoader() != null;
        return known ? scalar : TextTypes.of(type);
    }

    /** As in "expected an int", where this is found. */
    String description(Node found) {
        boolean nearly = found instanceof Leaf && near.apply((Leaf) found) != null;
        return nearly ? nearDescription : description();
    }

    /** As in "expected an int". */
    String description() {
        return description.get();
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
        Leaf leaf = node instanceof Leaf && !((Leaf) node).isNull() ? (Leaf) node : null;
        Object value = leaf == null ? null : read(leaf);
        if (value == null && (primitive || !isNothing(node))) {
            findings.expected(description(node), place, node);
        }
        return value;
    }

    /** A leaf that is null, or empty: all that properties and environment files have for it. To a text, what is empty is a value. */
    static boolean isNothing(Node node) {
        return node instanceof Leaf && ((Leaf) node).isEmpty();
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
