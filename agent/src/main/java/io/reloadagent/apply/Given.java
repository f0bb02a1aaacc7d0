package io.reloadagent.apply;

import io.reloadagent.source.Node;

/** What one instance was given, by one rule. Immutable. */
final class Given {

    /** Nothing, and nothing is known of its own value. */
    static final Given NOTHING = new Given(false, null, null, null);

    private final boolean ownKnown;
    private final Object own;
    /** What it has of the source; null if it has its own value. */
    private final Node ours;
    /** What it was tried to give it, late. */
    private final Node tried;

    private Given(boolean ownKnown, Object own, Node ours, Node tried) {
        this.ownKnown = ownKnown;
        this.own = own;
        this.ours = ours;
        this.tried = tried;
    }

    /** An instance that has its own value, as its getter tells; if it throws, that is not known. */
    static Given own(CallableMethod method, Object instance) throws Throwable {
        if (!method.hasGetter()) {
            return NOTHING;
        }
        try {
            return new Given(true, method.read(instance), null, null);
        } catch (Exception unreadable) {
            return NOTHING; // said when the value is needed
        }
    }

    Given withOurs(Node node) {
        return new Given(ownKnown, own, node, node);
    }

    Given withOwn() {
        return new Given(ownKnown, own, null, null);
    }

    Given tried(Node node) {
        return new Given(ownKnown, own, ours, node);
    }

    /** Whether it has a value of the source. */
    boolean isOurs() {
        return ours != null;
    }

    boolean wasTriedWith(Node node) {
        return node.equals(tried);
    }

    boolean isOwnKnown() {
        return ownKnown;
    }

    /** What its getter said before the first call; null also if that is not known. */
    Object own() {
        return own;
    }
}
