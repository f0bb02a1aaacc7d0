package io.reloadagent.reload;

import io.reloadagent.source.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The versions that were in force, and the reloads that failed, as far back as they are kept: in memory those of this JVM, in the archive
 * those of earlier ones. Thread-safe.
 */
public final class History {

    /** Of versions, and as many of failures. */
    static final int MOST = 100;

    private final Archive archive;
    private final ResultView view;

    /** What the sources held when the agent started. */
    private final Document initial;

    /** Oldest first. Guarded by this. */
    private final List<HistoryEntry> entries = new ArrayList<>();

    /** What was put in force at start and still is; else null. Written by the coordinator's thread, read by any. */
    private volatile LastKnownGood lastKnownGood;

    /**
     * Begins with version 1, without an archive.
     *
     * @param document what it was made from
     */
    public History(Document document) {
        this(1, document, null, Archive.NONE, null);
    }

    /**
     * Begins with the first version of this JVM.
     *
     * @param document what it was made from
     * @param from the version of an earlier JVM that it was made from; null if it was made from the sources
     * @param view of entries that are written to the archive; null if nothing is
     */
    public History(long version, Document document, LastKnownGood from, Archive archive, ResultView view) {
        this.archive = archive;
        this.view = view;
        this.initial = from == null ? document : from.initial();
        this.lastKnownGood = from;
        append(HistoryEntry.start(version, document, from));
    }

    private void append(HistoryEntry entry) {
        entries.add(entry);
        if (view != null) {
            archive.add(entry, initial, () -> view.toWrite(entry));
        }
    }

    /** Adds a reload that was more than a look: one that made a version, or failed. */
    synchronized void add(Result result, Document document) {
        if (result.request().scope().isDryRun()) {
            return;
        }
        boolean made = result.outcome().makesVersion();
        if ((made || result.outcome().isSuccess()) && !result.request().scope().isRollBack()) {
            lastKnownGood = null;
        }
        if (made) {
            append(HistoryEntry.of(result, document.sharing(current().document())));
            trim(HistoryEntry::isVersion);
        } else if (result.outcome() == Outcome.UNCHANGED && document != null) {
            replaceCurrent(document);
        } else if (!result.outcome().isSuccess()) {
            append(HistoryEntry.of(result, null));
            trim(entry -> !entry.isVersion());
        }
    }

    private void replaceCurrent(Document document) {
        HistoryEntry current = current();
        HistoryEntry replaced = current.with(document);
        entries.set(entries.indexOf(current), replaced);
        if (view != null && !current.document().equals(document)) {
            archive.replaceNewest(document, initial, () -> view.toWrite(replaced));
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

    /** All that is kept, oldest first. Waits for the disk, if earlier JVMs have left something. */
    public List<HistoryEntry> entries() {
        List<HistoryEntry> all = new ArrayList<>(archive.earlier());
        synchronized (this) {
            all.addAll(entries);
        }
        return all;
    }

    /** The versions of this JVM that are kept, oldest first, each with what it was made from. */
    public synchronized List<HistoryEntry> versions() {
        return entries.stream().filter(HistoryEntry::isVersion).collect(Collectors.toList());
    }

    /** What the sources held when the agent started. */
    public Document initial() {
        return initial;
    }

    /**
     * What a version was made from; null if it is not kept, or never was. Waits for the disk, if it is one of an earlier JVM: there are
     * withheld leaves in its document then, in place of secrets.
     */
    public Document document(long version) {
        synchronized (this) {
            for (HistoryEntry entry : entries) {
                if (entry.isVersion() && entry.version() == version) {
                    return entry.document();
                }
            }
        }
        return archive.document(version);
    }

    /** The version of an earlier JVM that was put in force at start, until the sources could be used; else null. */
    public LastKnownGood lastKnownGood() {
        return lastKnownGood;
    }

    /** The versions that are kept, in words. */
    public String range() {
        List<Long> versions = new ArrayList<>(archive.versions());
        synchronized (this) {
            versions.addAll(entries.stream()
                    .filter(HistoryEntry::isVersion)
                    .map(HistoryEntry::version)
                    .collect(Collectors.toList()));
        }
        return (versions.size() == 1 ? "only version " : "versions ") + Ranges.of(versions);
    }
}
