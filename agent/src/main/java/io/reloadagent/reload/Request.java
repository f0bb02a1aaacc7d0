package io.reloadagent.reload;

import io.reloadagent.source.Snapshot;
import java.util.Objects;

/** A wish for a reload. Immutable. */
public final class Request {

    private final Trigger trigger;
    private final String actor;
    private final String reason;
    private final Scope scope;
    private final Snapshot snapshot;
    private final int depth;

    private Request(Trigger trigger, String actor, String reason, Scope scope, Snapshot snapshot, int depth) {
        this.trigger = Objects.requireNonNull(trigger, "trigger");
        this.actor = Objects.requireNonNull(actor, "actor");
        this.reason = reason;
        this.scope = Objects.requireNonNull(scope, "scope");
        this.snapshot = snapshot;
        this.depth = depth;
    }

    /**
     * Asks for a reload of everything.
     *
     * @param actor who asks, or from where; not null
     * @param reason why; null if nobody said
     */
    public static Request of(Trigger trigger, String actor, String reason) {
        return new Request(trigger, actor, reason, Scope.EVERYTHING, null, 0);
    }

    /** The same request, of another scope. */
    public Request of(Scope other) {
        return new Request(trigger, actor, reason, other, snapshot, depth);
    }

    /** The same request, for sources that were read already and have settled. */
    public Request withSnapshot(Snapshot settled) {
        return new Request(trigger, actor, reason, scope, settled, depth);
    }

    /** The same request, for the sources as they will be then. */
    Request withoutSnapshot() {
        return new Request(trigger, actor, reason, scope, null, depth);
    }

    /** The same request, made by a callback of a reload at the depth before; 0 if it was made by none. */
    Request atDepth(int other) {
        return new Request(trigger, actor, reason, scope, snapshot, other);
    }

    /** How many reloads there were before it, each asked for by a callback of the one before. */
    int depth() {
        return depth;
    }

    /** What asks. */
    public Trigger trigger() {
        return trigger;
    }

    /** Who asks, or from where. */
    public String actor() {
        return actor;
    }

    /** Why; null if nobody said. */
    public String reason() {
        return reason;
    }

    /** How much is to be taken over, from where, and whether in earnest. */
    public Scope scope() {
        return scope;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public String toString() {
        return "trigger " + trigger + " by " + actor + (reason == null ? "" : ", reason: " + reason) + scope;
    }
}
