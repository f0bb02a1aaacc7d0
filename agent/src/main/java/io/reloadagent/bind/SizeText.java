package io.reloadagent.bind;

import io.reloadagent.source.Leaf;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads amounts of data as people write them, {@code 10MB}, {@code 512KiB}, {@code 1.5g}: in bytes. A kilobyte has 1024, with
 * an {@code i} or without, as in the JVM's own options.
 */
public final class SizeText {

    private static final Pattern PARTS = Pattern.compile("([0-9]{1,19}(?:\\.[0-9]{1,18})?) ?(?:B|([KMGTP])(?:I?B)?)");
    private static final String UNITS = "KMGTP";
    private static final int BITS_A_UNIT = 10;

    private SizeText() {}

    /** The number of bytes; null if the text says none, or a fraction of one. */
    public static BigInteger parse(String text) {
        Matcher parts = PARTS.matcher(text.toUpperCase(Locale.ROOT));
        return parts.matches() ? bytes(parts) : null;
    }

    /** The number of bytes, which a number without a unit is itself; null if the leaf has none, or a fraction of one. */
    static BigInteger parse(Leaf leaf) {
        Matcher parts = PARTS.matcher(leaf.text().toUpperCase(Locale.ROOT));
        return parts.matches() ? bytes(parts) : Numbers.integer(leaf);
    }

    private static BigInteger bytes(Matcher parts) {
        int thousands = parts.group(2) == null ? 0 : UNITS.indexOf(parts.group(2)) + 1;
        BigDecimal factor = new BigDecimal(BigInteger.ONE.shiftLeft(BITS_A_UNIT * thousands));
        BigDecimal bytes = new BigDecimal(parts.group(1)).multiply(factor);
        boolean whole = bytes.stripTrailingZeros().scale() <= 0;
        return whole ? bytes.toBigInteger() : null;
    }
}
