package io.reloadagent.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An entry of the history, for JMX clients, which receive it as composite data with these properties. Immutable. */
public final class HistoryLine {

    private final Map<String, Object> entry;

    HistoryLine(Map<String, Object> entry) {
        this.entry = entry;
    }

    /** The version in force afterwards. */
    public long getVersion() {
        return ((Number) entry.get("version")).longValue();
    }

    /** Whether it made that version, so that one can go back to it. */
    public boolean isMade() {
        return Boolean.TRUE.equals(entry.get("isVersion"));
    }

    /** When it ended, in UTC. */
    public String getTime() {
        return text("time");
    }

    /** What asked for it; {@code start} for the start of an agent. */
    public String getTrigger() {
        return text("trigger");
    }

    /** Who asked, or from where; null for the start of an agent. */
    public String getActor() {
        return text("actor");
    }

    /** Why; null if nobody said. */
    public String getReason() {
        return text("reason");
    }

    /** How it ended; null for the start of an agent. */
    public String getOutcome() {
        return text("outcome");
    }

    /** The outcome in a sentence; null for the start of an agent. */
    public String getMessage() {
        return text("message");
    }

    /** What changed: {@code database.max_conns: 10 -> 20}; secrets are masked. */
    public List<String> getChanges() {
        return lines(entry.get("changes"), "oldValue", "newValue");
    }

    /** One line for each change that is a map of its path and two values. */
    static List<String> lines(Object changes, String before, String after) {
        List<String> lines = new ArrayList<>();
        if (changes instanceof List) {
            for (Object item : (List<?>) changes) {
                Map<?, ?> change = (Map<?, ?>) item;
                lines.add(change.get("path") + ": " + change.get(before) + " -> " + change.get(after));
            }
        }
        return lines;
    }

    private String text(String key) {
        Object value = entry.get(key);
        return value == null ? null : value.toString();
    }
}
