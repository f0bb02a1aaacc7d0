package io.reloadagent.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list in a document. Immutable. */
public final class Sequence extends Node {

    private final List<Node> items;

    /**
     * @param origin where it begins; never null
     * @param items its items in order; copied; never null
     */
    public Sequence(Origin origin, List<Node> items) {
        super(origin);
        this.items = Collections.unmodifiableList(new ArrayList<>(items));
    }

    /** The items in order; unmodifiable. */
    public List<Node> items() {
        return items;
    }

    @Override
    public String kind() {
        return "a list";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sequence && items.equals(((Sequence) other).items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }
}
