package io.reloadagent;

import io.reloadagent.reload.History;
import io.reloadagent.reload.HistoryEntry;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Since which version of this JVM the sources' values are as they are, as far back as the history is kept. Thread-safe. */
final class ValueAges {

    private final History history;

    /** What the answer was made for. Guarded by this. */
    private Document newest;

    /** By canonical path; guarded by this. */
    private Map<Path, HistoryEntry> since = Collections.emptyMap();

    /** Of all values that never changed; guarded by this. */
    private HistoryEntry oldest;

    ValueAges(History history) {
        this.history = history;
    }

    /** The version that brought a path to what it holds in the newest one; never null. */
    synchronized HistoryEntry since(Path path) {
        List<HistoryEntry> versions = history.versions();
        if (versions.get(versions.size() - 1).document() != newest || versions.get(0) != oldest) {
            compare(versions);
        }
        return since.getOrDefault(path, oldest);
    }

    private void compare(List<HistoryEntry> versions) {
        Map<Path, HistoryEntry> changed = new HashMap<>();
        for (int i = 1; i < versions.size(); i++) {
            HistoryEntry later = versions.get(i);
            later.document().differences(versions.get(i - 1).document()).forEach(path -> changed.put(path, later));
        }
        since = changed;
        oldest = versions.get(0);
        newest = versions.get(versions.size() - 1).document();
    }
}
