package io.reloadagent.source;

import java.util.Objects;

/**
 * One scalar of a document, both as written and as understood. {@code 1.10} has the text "1.10" and the value 1.1, so that a text
 * field gets what was written and a number field a number. Immutable.
 */
public final class Leaf extends Node {

    private final String text;
    private final Object value;

    /** Null unless the value cannot be told. */
    private final Problem problem;

    /**
     * @param origin where it stands; never null
     * @param text as written, without quotes; empty if nothing is written; never null
     * @param value null, or a Boolean, Integer, Long, BigInteger, Double or String
     */
    public Leaf(Origin origin, String text, Object value) {
        this(origin, text, value, null);
    }

    private Leaf(Origin origin, String text, Object value, Problem problem) {
        super(origin);
        this.text = Objects.requireNonNull(text, "text");
        this.value = value;
        this.problem = problem;
    }

    /** Stands where there is a value that cannot be told. */
    public static Leaf unusable(Problem why) {
        return new Leaf(Objects.requireNonNull(why.origin(), "origin"), "", "", why);
    }

    /** This leaf as one whose value cannot be told, for whoever asks for it. */
    Leaf because(Problem why) {
        return new Leaf(origin(), text, text, why);
    }

    /** Why the value cannot be told: a reference in it leads nowhere, say; null if it can. */
    public Problem problem() {
        return problem;
    }

    /** The text as written, without quotes and with escapes resolved; "" where nothing is written; never null. */
    public String text() {
        return text;
    }

    /** Null, or a Boolean, Integer, Long, BigInteger, Double or String. */
    public Object value() {
        return value;
    }

    @Override
    public String kind() {
        return "a value";
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Leaf)) {
            return false;
        }
        Leaf that = (Leaf) other;
        return text.equals(that.text) && Objects.equals(value, that.value) && Objects.equals(problem, that.problem);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
