package io.reloadagent;

import io.reloadagent.reload.Difference;
import io.reloadagent.reload.History;
import io.reloadagent.reload.HistoryEntry;
import io.reloadagent.reload.LastKnownGood;
import io.reloadagent.reload.ResultView;
import io.reloadagent.source.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the agent tells of its history, in types of the JDK. Thread-safe. */
final class HistoryReport {

    private final History history;
    private final ResultView view;
    private final Difference difference;
    private final Supplier<Map<String, Object>> disk;

    HistoryReport(History history, ResultView view, Difference difference, Supplier<Map<String, Object>> disk) {
        this.history = history;
        this.view = view;
        this.difference = difference;
        this.disk = disk;
    }

    /** All that is kept, newest first. Waits for the disk. */
    List<Map<String, Object>> entries() {
        List<HistoryEntry> entries = history.entries();
        Collections.reverse(entries);
        List<Map<String, Object>> shown = new ArrayList<>(entries.size());
        entries.forEach(entry -> shown.add(view.of(entry)));
        return shown;
    }

    /**
     * What differs between two versions. Waits for the disk.
     *
     * @throws IllegalArgumentException if one is not kept
     */
    List<Map<String, Object>> difference(long from, long to) {
        return difference.between(document(from), document(to));
    }

    private Document document(long version) {
        Document document = history.document(version);
        if (document == null) {
            throw new IllegalArgumentException("version " + version + " is not kept; there are " + history.range());
        }
        return document;
    }

    /** Why it is not on disk though it ought to be; null if all is well. */
    String problem() {
        Object problem = disk.get().get("problem");
        return problem == null ? null : "the history on disk: " + problem;
    }

    /** How it is kept, and which version was put in force at start for want of the sources, until they can be used. */
    Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>(disk.get());
        LastKnownGood good = history.lastKnownGood();
        if (good != null) {
            Map<String, Object> shown = new LinkedHashMap<>(good.toMap());
            shown.put(
                    "withheld",
                    good.withheld().stream().map(view::shown).distinct().collect(Collectors.toList()));
            status.put("lastKnownGood", shown);
        }
        return status;
    }
}
