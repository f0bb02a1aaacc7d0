package io.reloadagent.source;

import java.util.Objects;

/**
 * A part of a document: a {@link Leaf}, a {@link Branch} or a {@link Sequence}. Immutable. Two nodes are equal when their content is,
 * wherever they stand. {@code toString} tells the place and never a value, which may be a secret.
 */
public abstract class Node {

    private final Origin origin;

    Node(Origin origin) {
        this.origin = Objects.requireNonNull(origin, "origin");
    }

    /** Where the node begins; never null. */
    public final Origin origin() {
        return origin;
    }

    /** What a person would call this kind of node: "a value", "a list", "a mapping of keys to values". */
    public abstract String kind();

    @Override
    public abstract boolean equals(Object other);

    @Override
    public abstract int hashCode();

    @Override
    public final String toString() {
        return kind() + " at " + origin;
    }
}
