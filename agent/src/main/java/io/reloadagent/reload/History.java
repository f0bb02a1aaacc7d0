package io.reloadagent.reload;

import io.reloadagent.source.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The versions that were in force, and the reloads that failed, as far back as they are kept. Thread-safe. */
public final class History {

    /** Of versions, and as many of failures. */
    static final int MOST = 100;

    /** Oldest first. Guarded by this. */
    private final List<HistoryEntry> entries = new ArrayList<>();

    /**
     * Begins with version 1.
     *
     * @param document what it was made from
     */
    public History(Document document) {
        entries.add(HistoryEntry.start(document));
    }

    /** Adds a reload that was more than a look: one that made a version, or failed. */
    synchronized void add(Result result, Document document) {
        if (result.request().scope().isDryRun()) {
            return;
        }
        if (result.outcome() == Outcome.APPLIED) {
            entries.add(HistoryEntry.of(result, document.sharing(current().document())));
            trim(HistoryEntry::isVersion);
        } else if (result.outcome() == Outcome.UNCHANGED && document != null) {
            HistoryEntry current = current();
            entries.set(entries.indexOf(current), current.with(document));
        } else if (!result.outcome().isSuccess()) {
            entries.add(HistoryEntry.of(result, null));
            trim(entry -> !entry.isVersion());
        }
    }

    private void trim(Predicate<HistoryEntry> kind) {
        if (entries.stream().filter(kind).count() > MOST) {
            HistoryEntry oldest = entries.stream().filter(kind).findFirst().get();
            entries.remove(oldest);
        }
    }

    private HistoryEntry current() {
        int newest = entries.size() - 1;
        while (!entries.get(newest).isVersion()) {
            newest--;
        }
        return entries.get(newest);
    }

    /** All that is kept, oldest first. */
    public synchronized List<HistoryEntry> entries() {
        return new ArrayList<>(entries);
    }

    /** What a version was made from; null if it is not kept, or never was. */
    synchronized Document document(long version) {
        for (HistoryEntry entry : entries) {
            if (entry.isVersion() && entry.version() == version) {
                return entry.document();
            }
        }
        return null;
    }

    /** The versions that are kept, in words. */
    synchronized String range() {
        long first = entries.stream()
                .filter(HistoryEntry::isVersion)
                .mapToLong(HistoryEntry::version)
                .min()
                .orElse(1);
        long last = current().version();
        return first == last ? "only version " + last : "versions " + first + " to " + last;
    }
}
