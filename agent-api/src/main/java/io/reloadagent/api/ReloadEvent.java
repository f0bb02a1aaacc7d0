package io.reloadagent.api;

import java.time.Instant;
import java.util.Map;

/** One step of a reload as observers see it: a CloudEvents 1.0 event. Immutable. */
public final class ReloadEvent {

    private final Map<String, Object> facts;

    ReloadEvent(Map<String, Object> facts) {
        this.facts = facts;
    }

    /** The event's kind, {@code reload.started} for example. */
    public String type() {
        return (String) facts.get("type");
    }

    /** Unique among the events of this JVM. */
    public String id() {
        return (String) facts.get("id");
    }

    /** The JVM that it comes from, as a URI reference. */
    public String source() {
        return (String) facts.get("source");
    }

    /** When it happened. */
    public Instant time() {
        return Instant.parse((String) facts.get("time"));
    }

    /** What happened, by the names that the documentation lists for this type; immutable. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> data() {
        return (Map<String, Object>) facts.get("data");
    }

    /** Identifies the reload; the same in all its events. */
    public String reloadId() {
        return (String) data().get("reloadID");
    }

    /** The whole event as a CloudEvents 1.0 JSON document. */
    public String toJson() {
        return (String) facts.get("json");
    }

    @Override
    public String toString() {
        return type() + " " + data();
    }
}
