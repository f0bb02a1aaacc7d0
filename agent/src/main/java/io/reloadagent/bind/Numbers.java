package io.reloadagent.bind;

import io.reloadagent.source.Leaf;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads numbers exactly or not at all. A quoted number is a number, as environments and templates quote what they set. */
final class Numbers {

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,1000}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{0,500}\\.?[0-9]{1,500}([eE][-+]?[0-9]{1,5})?");

    private Numbers() {}

    /** The integer, or null if it is none: 5.0 is written with a fraction and is none. */
    static BigInteger integer(Leaf leaf) {
        Object value = leaf.value();
        if (value instanceof BigInteger) {
            return (BigInteger) value;
        }
        if (value instanceof Integer || value instanceof Long) {
            return BigInteger.valueOf(((Number) value).longValue());
        }
        boolean quoted =
                value instanceof String && INTEGER.matcher((String) value).matches();
        return quoted ? new BigInteger((String) value) : null;
    }

    /** The number with all its digits, or null if it is none or not finite. */
    static BigDecimal decimal(Leaf leaf) {
        BigInteger integer = integer(leaf);
        if (integer != null) {
            return new BigDecimal(integer);
        }
        Object value = leaf.value();
        String text = value instanceof Double ? leaf.text().replace("_", "") : leaf.text();
        if (!(value instanceof Double || value instanceof String)) {
            return null;
        }
        if (DECIMAL.matcher(text).matches() || DECIMAL.matcher(text + "0").matches()) {
            return new BigDecimal(text);
        }
        boolean base60 = value instanceof Double && !((Double) value).isInfinite() && !((Double) value).isNaN();
        return base60 ? BigDecimal.valueOf((Double) value) : null;
    }

    /** The double, or null if it is none; infinite only if the text says so. */
    static Double real(Leaf leaf) {
        if (leaf.value() instanceof Double
                && leaf.text().toLowerCase(Locale.ROOT).matches("[-+]?\\.?(inf|nan)")) {
            return (Double) leaf.value();
        }
        BigDecimal decimal = decimal(leaf);
        if (decimal == null || Double.isInfinite(decimal.doubleValue())) {
            return null;
        }
        return decimal.doubleValue();
    }
}
