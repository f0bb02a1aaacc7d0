package io.reloadagent.source.format;

import java.math.BigInteger;
import java.util.Locale;

/** The values of YAML 1.1 scalars, as SnakeYAML's safe constructor makes them; that one would start {@code java.util.logging}. */
final class YamlValues {

    private static final int BASE_60 = 60;

    private YamlValues() {}

    /** True, false, or null if the text is neither. */
    static Boolean bool(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "true":
            case "yes":
            case "on":
                return true;
            case "false":
            case "no":
            case "off":
                return false;
            default:
                return null;
        }
    }

    /**
     * An {@link Integer}, if it is too large a {@link Long}, or else a {@link BigInteger}.
     *
     * @throws NumberFormatException if the text is none
     */
    static Number integer(String text) {
        String plain = text.replace("_", "");
        String digits = unsigned(plain);
        if (digits.indexOf('-') >= 0 || digits.indexOf('+') >= 0) {
            throw new NumberFormatException("a second sign");
        }
        BigInteger magnitude = magnitude(digits);
        BigInteger value = plain.startsWith("-") ? magnitude.negate() : magnitude;
        if (value.bitLength() < Integer.SIZE) {
            return value.intValue();
        }
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    private static BigInteger magnitude(String digits) {
        if (digits.startsWith("0b")) {
            return new BigInteger(digits.substring(2), 2);
        }
        if (digits.startsWith("0x")) {
            return new BigInteger(digits.substring(2), 16);
        }
        if (digits.startsWith("0") && digits.length() > 1) {
            return new BigInteger(digits.substring(1), 8);
        }
        if (digits.indexOf(':') < 0) {
            return new BigInteger(digits);
        }
        BigInteger sum = BigInteger.ZERO;
        for (String part : digits.split(":")) {
            sum = sum.multiply(BigInteger.valueOf(BASE_60)).add(new BigInteger(part));
        }
        return sum;
    }

    /** @throws NumberFormatException if the text is none */
    static Double floating(String text) {
        String plain = text.replace("_", "");
        double magnitude = floatingMagnitude(unsigned(plain).toLowerCase(Locale.ROOT));
        return plain.startsWith("-") ? -magnitude : magnitude;
    }

    private static double floatingMagnitude(String digits) {
        if (digits.equals(".inf")) {
            return Double.POSITIVE_INFINITY;
        }
        if (digits.equals(".nan")) {
            return Double.NaN;
        }
        double sum = 0;
        for (String part : digits.split(":")) {
            sum = sum * BASE_60 + Double.parseDouble(part);
        }
        return sum;
    }

    private static String unsigned(String plain) {
        return plain.startsWith("-") || plain.startsWith("+") ? plain.substring(1) : plain;
    }
}
