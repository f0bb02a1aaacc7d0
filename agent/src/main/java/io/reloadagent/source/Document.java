package io.reloadagent.source;

import java.util.Collections;
import java.util.Objects;

/** A source, or several merged ones, read whole and parsed. Immutable. */
public final class Document {

    private final String name;
    private final Branch root;

    /**
     * @param name what people know it by, usually the file; never null
     * @param root its content; never null
     */
    public Document(String name, Branch root) {
        this.name = Objects.requireNonNull(name, "name");
        this.root = Objects.requireNonNull(root, "root");
    }

    /** A document without any key. */
    public static Document empty(String name) {
        Origin origin = new Origin(name, 1, 1);
        return new Document(name, new Branch(origin, Collections.emptyMap(), Collections.emptyMap()));
    }

    /** What people know it by: the file; of several, their names joined by a comma. */
    public String name() {
        return name;
    }

    /** The content; never null. */
    public Branch root() {
        return root;
    }

    /**
     * This document with another laid over it. Where both have the same path, however it is spelled, branches merge, and leaves and
     * sequences of the other replace those of this one under the key that this one uses.
     */
    public Document overlaidBy(Document later) {
        return new Document(name + ", " + later.name, Overlay.of(root, later.root));
    }

    @Override
    public String toString() {
        return name;
    }
}
