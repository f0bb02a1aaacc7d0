package io.reloadagent.apply;

import io.reloadagent.source.Node;

/** What a document means for the instances of one class, by one rule. Immutable. */
final class Wanted {

    private final Node node;
    private final boolean inForce;
    private final Object value;

    /**
     * @param node what the document has; null for nothing
     * @param inForce whether that is what instances are to have; else they have their own value
     * @param value what was made of the node; null without one
     */
    Wanted(Node node, boolean inForce, Object value) {
        this.node = node;
        this.inForce = inForce;
        this.value = value;
    }

    /** Null if the document has nothing. */
    Node node() {
        return node;
    }

    /** Whether the document's value is what instances are to have, in place of their own. */
    boolean isInForce() {
        return inForce;
    }

    /** Null also without a node. */
    Object value() {
        return value;
    }
}
