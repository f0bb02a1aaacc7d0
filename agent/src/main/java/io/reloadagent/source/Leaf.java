package io.reloadagent.source;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * One scalar of a document, both as written and as understood. {@code 1.10} has the text "1.10" and the value 1.1, so that a text
 * field gets what was written and a number field a number. Immutable.
 */
public final class Leaf extends Node {

    private static final String WITHHELD = "the value is secret, so the history on disk does not have it";

    private final String text;
    private final Object value;

    /** The text, where it is kept outside of the heap; else null. */
    private final OffHeapText hidden;

    /** Null unless the value cannot be told. */
    private final Problem problem;

    /**
     * @param origin where it stands; never null
     * @param text as written, without quotes; empty if nothing is written; never null
     * @param value null, or a Boolean, Integer, Long, BigInteger, Double or String
     */
    public Leaf(Origin origin, String text, Object value) {
        this(origin, Objects.requireNonNull(text, "text"), value, null, null);
    }

    private Leaf(Origin origin, String text, Object value, OffHeapText hidden, Problem problem) {
        super(origin);
        this.text = text;
        this.value = value;
        this.hidden = hidden;
        this.problem = problem;
    }

    /** Stands where there is a value that cannot be told. */
    public static Leaf unusable(Problem why) {
        return new Leaf(Objects.requireNonNull(why.origin(), "origin"), "", "", null, why);
    }

    /** A text that is kept outside of the heap until somebody asks for it. */
    static Leaf hidden(Origin origin, OffHeapText text) {
        return new Leaf(origin, null, null, text, null);
    }

    /** This leaf at another place. */
    Leaf at(Origin other) {
        return new Leaf(other, text, value, hidden, problem);
    }

    /** Stands where a secret value is that was not written down. */
    public static Leaf withheld(Origin origin) {
        return unusable(new Problem(origin, null, WITHHELD));
    }

    /** Whether it stands where a secret value is that was not written down. */
    public boolean isWithheld() {
        return problem != null && problem.message().equals(WITHHELD);
    }

    /** This leaf as one whose value cannot be told, for whoever asks for it. */
    public Leaf because(Problem why) {
        return new Leaf(origin(), text(), text(), null, why);
    }

    /** Why the value cannot be told: a reference in it leads nowhere, say; null if it can. */
    public Problem problem() {
        return problem;
    }

    /** The text as written, without quotes and with escapes resolved; "" where nothing is written; never null. */
    public String text() {
        return hidden == null ? text : hidden.toString();
    }

    /** Null, or a Boolean, Integer, Long, BigInteger, Double or String. */
    public Object value() {
        return hidden == null ? value : hidden.toString();
    }

    /** Whether the value is null. */
    public boolean isNull() {
        return hidden == null && value == null;
    }

    /** Whether nothing is written, or null. */
    public boolean isEmpty() {
        if (hidden != null) {
            return hidden.isEmpty();
        }
        return value == null || text.isEmpty();
    }

    /** The text as UTF-8, read-only, where it is kept outside of the heap: to be handed on without bringing it in; else null. */
    public ByteBuffer hiddenUtf8() {
        return hidden == null ? null : hidden.utf8();
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
        return isUsable() == that.isUsable() && isWithheld() == that.isWithheld() && hasValueOf(that);
    }

    /** What is wrong tells of places, of other leaves too, and they move when a line is inserted: it is not a part of the value. */
    private boolean isUsable() {
        return problem == null;
    }

    private boolean hasValueOf(Leaf other) {
        if (hidden != null && other.hidden != null) {
            return hidden.equals(other.hidden);
        }
        return text().equals(other.text()) && Objects.equals(value(), other.value());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }
}
