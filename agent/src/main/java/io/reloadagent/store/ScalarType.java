package io.reloadagent.store;

import java.math.BigInteger;

/** The types that a leaf's value can have, each written as a text. */
enum ScalarType {
    /** No value. */
    NULL("n", Void.class),
    /** True or false. */
    BOOLEAN("b", Boolean.class),
    /** 32 bits. */
    INTEGER("i", Integer.class),
    /** 64 bits. */
    LONG("j", Long.class),
    /** More bits. */
    BIG("z", BigInteger.class),
    /** A floating-point number. */
    DOUBLE("d", Double.class),
    /** Anything else. */
    STRING("s", String.class);

    private final String letter;
    private final Class<?> type;

    ScalarType(String letter, Class<?> type) {
        this.letter = letter;
        this.type = type;
    }

    /** The type of a value, which may be null. */
    static ScalarType of(Object value) {
        for (ScalarType candidate : values()) {
            if (candidate.type.isInstance(value)) {
                return candidate;
            }
        }
        return value == null ? NULL : STRING;
    }

    /** Null if there is no such type. */
    static ScalarType at(String letter) {
        for (ScalarType candidate : values()) {
            if (candidate.letter.equals(letter)) {
                return candidate;
            }
        }
        return null;
    }

    String letter() {
        return letter;
    }

    /** The value that a text stands for; throws a {@link RuntimeException} if it stands for none. */
    Object parse(String text) {
        switch (this) {
            case NULL:
                return null;
            case BOOLEAN:
                return Boolean.valueOf(text);
            case INTEGER:
                return Integer.valueOf(text);
            case LONG:
                return Long.valueOf(text);
            case BIG:
                return new BigInteger(text);
            case DOUBLE:
                return Double.valueOf(text);
            default:
                return text;
        }
    }
}
