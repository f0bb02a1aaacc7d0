package io.reloadagent.reload;

import io.reloadagent.source.Snapshot;
import java.util.Objects;

/** A wish for a reload. Immutable. */
public final class Request {

    private final Trigger trigger;
    private final String actor;
    private final String reason;
    private final Snapshot snapshot;

    private Request(Trigger trigger, String actor, String reason, Snapshot snapshot) {
        this.trigger = Objects.requireNonNull(trigger, "trigger");
        this.actor = Objects.requireNonNull(actor, "actor");
        this.reason = reason;
        this.snapshot = snapshot;
    }

    /**
     * Asks for a reload.
     *
     * @param actor who asks, or from where; not null
     * @param reason why; null if nobody said
     */
    public static Request of(Trigger trigger, String actor, String reason) {
        return new Request(trigger, actor, reason, null);
    }

    /** The same request, for sources that were read already and have settled. */
    public Request withSnapshot(Snapshot settled) {
        return new Request(trigger, actor, reason, settled);
    }

    /** The same request, for the sources as they will be then. */
    Request withoutSnapshot() {
        return new Request(trigger, actor, reason, null);
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

    Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public String toString() {
        return "trigger " + trigger + " by " + actor + (reason == null ? "" : ", reason: " + reason);
    }
}
