package io.reloadagent.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One step of a reload, or a line of the audit, as a CloudEvents 1.0 event. The data of every step begin with
 * {@code reloadID}, which is the same in all events of one reload. Texts in the data are what the caller gives: secrets are masked before.
 *
 * <p>Immutable. No argument of the factory methods may be null unless it says so.
 */
public final class Event {

    private static final AtomicLong COUNT = new AtomicLong();

    private final String id;
    private final String prefix;
    private final String type;
    private final Instant time;
    private final Map<String, Object> data;
    private final List<String> changes;

    private Event(String type, Instant time, Map<String, Object> data) {
        this(type, time, data, Collections.emptyList());
    }

    private Event(String type, Instant time, Map<String, Object> data, List<String> changes) {
        this(
                String.valueOf(COUNT.incrementAndGet()),
                "",
                type,
                time,
                Collections.unmodifiableMap(data),
                Collections.unmodifiableList(new ArrayList<>(changes)));
    }

    private Event(String id, String prefix, String type, Instant time, Map<String, Object> data, List<String> changes) {
        this.id = id;
        this.prefix = prefix;
        this.type = type;
        this.time = time;
        this.data = data;
        this.changes = changes;
    }

    /** {@code reload.started}, with {@code trigger} and {@code timestamp} (RFC 3339, UTC). */
    public static Event started(String reloadId, String trigger) {
        Instant now = Instant.now();
        Map<String, Object> data = dataOf(reloadId);
        data.put("trigger", Objects.requireNonNull(trigger, "trigger"));
        data.put("timestamp", now.toString());
        return new Event("reload.started", now, data);
    }

    /** {@code reload.validated}, with {@code changeCount}. */
    public static Event validated(String reloadId, int changeCount) {
        Map<String, Object> data = dataOf(reloadId);
        data.put("changeCount", changeCount);
        return new Event("reload.validated", Instant.now(), data);
    }

    /** {@code reload.module.started}, with {@code module}. */
    public static Event moduleStarted(String reloadId, String module) {
        Map<String, Object> data = dataOf(reloadId);
        data.put("module", Objects.requireNonNull(module, "module"));
        return new Event("reload.module.started", Instant.now(), data);
    }

    /** {@code reload.module.completed}, with {@code module} and {@code duration} in milliseconds. */
    public static Event moduleCompleted(String reloadId, String module, Duration duration) {
        Map<String, Object> data = dataOf(reloadId);
        data.put("module", Objects.requireNonNull(module, "module"));
        data.put("duration", duration.toMillis());
        return new Event("reload.module.completed", Instant.now(), data);
    }

    /**
     * {@code reload.completed}, with {@code duration} in milliseconds, {@code changeCount} and {@code version}.
     *
     * @param changes the paths that changed, as they may be shown
     */
    public static Event completed(String reloadId, Duration duration, List<String> changes, long version) {
        Map<String, Object> data = dataOf(reloadId);
        data.put("duration", duration.toMillis());
        data.put("changeCount", changes.size());
        data.put("version", version);
        return new Event("reload.completed", Instant.now(), data, changes);
    }

    /**
     * {@code reload.failed}, with {@code error} and {@code failedModule}.
     *
     * @param failedModule null if no module made the reload fail; the event then has a null there
     */
    public static Event failed(String reloadId, String error, String failedModule) {
        Map<String, Object> data = dataOf(reloadId);
        data.put("error", Objects.requireNonNull(error, "error"));
        data.put("failedModule", failedModule);
        return new Event("reload.failed", Instant.now(), data);
    }

    /** {@code reload.rolledback}, with {@code reason}. */
    public static Event rolledBack(String reloadId, String reason) {
        Map<String, Object> data = dataOf(reloadId);
        data.put("reason", Objects.requireNonNull(reason, "reason"));
        return new Event("reload.rolledback", Instant.now(), data);
    }

    /**
     * What the audit has besides the steps of reloads: {@code audit.reload}, {@code audit.access.refused} and the like.
     *
     * @param operation what was done, or was to be done
     * @param data who, from where, why and with what result; copied; values may be null
     */
    public static Event audit(String operation, Map<String, Object> data) {
        return new Event("audit." + operation, Instant.now(), new LinkedHashMap<>(data));
    }

    private static Map<String, Object> dataOf(String reloadId) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("reloadID", Objects.requireNonNull(reloadId, "reloadId"));
        return data;
    }

    /**
     * The same event, with {@code failedModules} among its data if there are any, and why they failed as {@code reason}: a version was
     * published in spite of them.
     */
    public Event withFailedModules(List<String> modules, String why) {
        if (modules.isEmpty()) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put("failedModules", Collections.unmodifiableList(new ArrayList<>(modules)));
        more.put("reason", why);
        return new Event(id, prefix, type, time, Collections.unmodifiableMap(more), changes);
    }

    /** The same event, whose type begins with a prefix for everybody outside of the agent. */
    Event withTypePrefix(String other) {
        return other.isEmpty() ? this : new Event(id, other, type, time, data, changes);
    }

    /** The kind of event, {@code reload.started} for example; never with a prefix. */
    public String type() {
        return type;
    }

    /** The type as it goes out, with the prefix that was set, if any: {@code com.acme.reload.started}. */
    public String emittedType() {
        return prefix + type;
    }

    /** Unique among the events of all JVMs, unlike {@link #id}: with this JVM's own part. Letters, digits and hyphens. */
    public String globalId() {
        return JvmIdentity.NAME + "-" + id;
    }

    /** Unique among the events of this JVM; later events have greater numbers. */
    public String id() {
        return id;
    }

    /** Identifies the reload; null if the event is of none. */
    public String reloadId() {
        return (String) data.get("reloadID");
    }

    /** When it happened, by the wall clock. */
    public Instant time() {
        return time;
    }

    /** What happened, by the names that the factory methods document; unmodifiable. */
    public Map<String, Object> data() {
        return data;
    }

    /** The paths that changed, for the log; not among the data. Unmodifiable; empty for events that are not of a change. */
    List<String> changes() {
        return changes;
    }

    /** The event's attributes by their CloudEvents names, all strings, and its {@code data}; unmodifiable. */
    public Map<String, Object> toMap() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", JvmIdentity.URI_REFERENCE);
        event.put("type", emittedType());
        event.put("time", time.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return Collections.unmodifiableMap(event);
    }

    /** The event in the JSON format of CloudEvents, on one line. */
    public String toJson() {
        return Json.write(toMap());
    }

    @Override
    public String toString() {
        return emittedType() + " " + data;
    }
}
