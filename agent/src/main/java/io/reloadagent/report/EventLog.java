package io.reloadagent.report;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes events to the log for people: what went well in one line at {@link Level#INFO}, what did not at
 * {@link Level#WARN}, the steps between at {@link Level#DEBUG}. Thread-safe.
 */
public final class EventLog implements Consumer<Event> {

    private static final int MOST_PATHS = 5;

    private final Log log;

    /** Writes to the given log. */
    public EventLog(Log log) {
        this.log = log;
    }

    @Override
    public void accept(Event event) {
        String reload = event.reloadId();
        Map<String, Object> data = event.data();
        switch (event.type()) {
            case "reload.started":
                log.debug("Reload {} started by trigger {}", reload, data.get("trigger"));
                break;
            case "reload.validated":
                log.debug("Reload {}: {} valid", reload, changes(data));
                break;
            case "reload.module.started":
                log.debug("Reload {}: module '{}' begins", reload, data.get("module"));
                break;
            case "reload.module.completed":
                log.debug("Reload {}: module '{}' done in {} ms", reload, data.get("module"), data.get("duration"));
                break;
            case "reload.completed":
                log.info(
                        "Reload {} completed in {} ms: version {}, {}{}",
                        reload,
                        data.get("duration"),
                        data.get("version"),
                        changes(data),
                        paths(event.changes()));
                incomplete(reload, data);
                break;
            case "reload.failed":
                failed(reload, data);
                break;
            case "reload.rolledback":
                log.debug("Reload {} was rolled back: {}", reload, data.get("reason"));
                break;
            default:
                log.debug("Reload {}: {}", reload, event);
        }
    }

    /** A version that was published though modules failed. */
    private void incomplete(String reload, Map<String, Object> data) {
        if (data.containsKey("failedModules")) {
            log.warn(
                    "Reload {}: the version is in force, but these modules failed to take it over: {}: {}",
                    reload,
                    data.get("failedModules"),
                    data.get("reason"));
        }
    }

    private static String changes(Map<String, Object> data) {
        Object count = data.get("changeCount");
        return count.equals(1) ? "1 change" : count + " changes";
    }

    private static String paths(List<String> changes) {
        String some = changes.stream().limit(MOST_PATHS).collect(Collectors.joining(", "));
        int more = changes.size() - MOST_PATHS;
        return (changes.isEmpty() ? "" : ": " + some) + (more > 0 ? " and " + more + " more" : "");
    }

    /** One line a problem, so that each can be read and searched for. */
    private void failed(String reload, Map<String, Object> data) {
        Object module = data.get("failedModule");
        String where = module == null ? "" : " in module '" + module + "'";
        for (String problem : String.valueOf(data.get("error")).split("\n")) {
            log.warn("Reload {} failed{}: {}", reload, where, problem);
        }
    }
}
