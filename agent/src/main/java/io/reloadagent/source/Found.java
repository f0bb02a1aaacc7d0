package io.reloadagent.source;

import java.util.Objects;

/** What a reference led to: a text, or nothing for a reason. Immutable. */
final class Found {

    private final String text;
    private final OffHeapText hidden;
    private final String failure;
    private final boolean missing;

    private Found(String text, OffHeapText hidden, String failure, boolean missing) {
        this.text = text;
        this.hidden = hidden;
        this.failure = failure;
        this.missing = missing;
    }

    /**
     * A text, or nothing.
     *
     * @param text null for nothing
     * @param orElse why there is nothing
     */
    static Found of(String text, String orElse) {
        return text == null ? nothing(orElse) : new Found(text, null, null, false);
    }

    /** A text that is kept outside of the heap. */
    static Found hidden(OffHeapText text) {
        return new Found(null, text, null, false);
    }

    /** There is nothing, so that a default counts. */
    static Found nothing(String why) {
        return new Found(null, null, why, true);
    }

    /** There is something, which cannot be used: a default does not count. */
    static Found unusable(String why) {
        return new Found(null, null, why, false);
    }

    /** Null if there is none. */
    String text() {
        return hidden == null ? text : hidden.toString();
    }

    /** The text, where it is kept outside of the heap; else null. */
    OffHeapText hidden() {
        return hidden;
    }

    /** Why there is no text, as the end of a sentence that the reference begins; null if there is one. */
    String failure() {
        return failure;
    }

    boolean isMissing() {
        return missing;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Found)) {
            return false;
        }
        Found that = (Found) other;
        return Objects.equals(text, that.text)
                && Objects.equals(hidden, that.hidden)
                && Objects.equals(failure, that.failure)
                && missing == that.missing;
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, hidden, failure);
    }
}
