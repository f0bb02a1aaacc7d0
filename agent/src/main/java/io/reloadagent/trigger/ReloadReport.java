package io.reloadagent.trigger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** How a reload ended, for JMX clients, which receive it as composite data with these properties. Immutable. */
public final class ReloadReport {

    private final Map<String, Object> result;

    ReloadReport(Map<String, Object> result) {
        this.result = result;
    }

    /** {@code APPLIED}, {@code UNCHANGED}, {@code REFUSED}, {@code ROLLED_BACK} or {@code DEGRADED}. */
    public String getOutcome() {
        return text("outcome");
    }

    /** The outcome in a sentence. */
    public String getMessage() {
        return text("message");
    }

    /** The version in force when the reload ended. */
    public long getVersion() {
        return number("version");
    }

    /** Identifies the reload in the log and in events. */
    public String getReloadId() {
        return text("reloadId");
    }

    /** How long it took. */
    public long getDurationMillis() {
        return number("durationMillis");
    }

    /** One line a changed value: path, old and new value. */
    public List<String> getChanges() {
        List<String> lines = new ArrayList<>();
        for (Object item : list("changes")) {
            Map<?, ?> change = (Map<?, ?>) item;
            lines.add(change.get("path") + ": " + change.get("oldValue") + " -> " + change.get("newValue"));
        }
        return lines;
    }

    /** What was wrong, one line each with file, line, column and path. */
    public List<String> getProblems() {
        return texts("problemLines");
    }

    /** Changed paths that need a restart of the application. */
    public List<String> getRestartRequired() {
        return texts("restartRequired");
    }

    /** Modules that said they cannot reload now. */
    public List<String> getSkippedModules() {
        return texts("skippedModules");
    }

    /** The module that made the reload fail; null if none did. */
    public String getFailedModule() {
        return text("failedModule");
    }

    private String text(String key) {
        Object value = result.get(key);
        return value == null ? null : value.toString();
    }

    private long number(String key) {
        Object value = result.get(key);
        return value instanceof Number ? ((Number) value).longValue() : 0;
    }

    private List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(key)) {
            texts.add(String.valueOf(item));
        }
        return texts;
    }

    private List<?> list(String key) {
        Object value = result.get(key);
        return value instanceof List ? (List<?>) value : Collections.emptyList();
    }
}
