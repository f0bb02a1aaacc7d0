package io.reloadagent.reload;

import io.reloadagent.bind.SecretPaths;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.Withheld;
import io.reloadagent.store.Entry;
import io.reloadagent.store.EntryName;
import io.reloadagent.store.HistoryStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The history's memory of earlier JVMs, and what it leaves for later ones: entries on disk, without secrets. Thread-safe. */
public final class Archive {

    /** For a history that ends with the JVM. */
    public static final Archive NONE = new Archive(null, new SecretPaths(Collections.emptyList()), false);

    /** Null for none. */
    private final HistoryStore store;

    private final SecretPaths secret;
    private final boolean keepSecrets;
    private final Set<EntryName> earlier;

    /** What was read of earlier entries, documents left out: clients may ask for all of it again and again. */
    private final Map<EntryName, HistoryEntry> known = new ConcurrentHashMap<>();

    /** Whether secrets are about to be taken out of entries that were written already. */
    private final AtomicBoolean cleaning = new AtomicBoolean();

    /** The paths that fields' types made secret in earlier JVMs. Confined to the thread that writes; null until it looked. */
    private Set<Path> typedBefore;

    /** The newest version of this JVM; null before the first. Confined to the thread that adds. */
    private EntryName newest;

    /**
     * An archive.
     *
     * @param store null for none
     * @param secret whose values are not written
     * @param keepSecrets whether they are nevertheless
     */
    public Archive(HistoryStore store, SecretPaths secret, boolean keepSecrets) {
        this.store = store;
        this.secret = secret;
        this.keepSecrets = keepSecrets;
        this.earlier =
                store == null ? Collections.emptySet() : Collections.unmodifiableSet(new TreeSet<>(store.names()));
        if (store != null && !keepSecrets) {
            secret.onGrowth(this::cleanSoon);
        }
    }

    /** The highest version of earlier JVMs; 0 if there is none. */
    public long lastVersion() {
        return store == null ? 0 : store.lastVersion();
    }

    /** The newest version of earlier JVMs that can be used; null if there is none. Waits for the disk. */
    public LastKnownGood lastKnownGood() {
        List<EntryName> newestFirst = new ArrayList<>(earlier);
        Collections.reverse(newestFirst);
        for (EntryName name : newestFirst) {
            Entry entry = name.isVersion() ? store.read(name) : null;
            if (entry != null && entry.document() != null) {
                return LastKnownGood.of(name.version(), entry);
            }
        }
        return null;
    }

    /** What earlier JVMs have left and is still there, oldest first. Waits for the disk. */
    List<HistoryEntry> earlier() {
        List<HistoryEntry> entries = new ArrayList<>();
        for (EntryName name : left()) {
            HistoryEntry entry = known.computeIfAbsent(name, this::read);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** Null if it cannot be. */
    private HistoryEntry read(EntryName name) {
        Entry entry = store.read(name);
        return entry == null ? null : HistoryEntry.earlier(name.version(), name.isVersion(), entry.told());
    }

    private List<EntryName> left() {
        return earlier.isEmpty()
                ? Collections.emptyList()
                : store.names().stream().filter(earlier::contains).collect(Collectors.toList());
    }

    /** What a version of an earlier JVM was made from; null if it is not kept. Waits for the disk. */
    Document document(long version) {
        for (EntryName name : left()) {
            if (name.isVersion() && name.version() == version) {
                Entry entry = store.read(name);
                return entry == null ? null : entry.document();
            }
        }
        return null;
    }

    /** The versions of earlier JVMs that are there. */
    List<Long> versions() {
        return left().stream()
                .filter(EntryName::isVersion)
                .map(EntryName::version)
                .collect(Collectors.toList());
    }

    /**
     * Has an entry written.
     *
     * @param initial what the sources held when the agent started
     * @param told what there is to tell of it; asked for by the thread that writes
     */
    void add(HistoryEntry entry, Document initial, Supplier<Map<String, Object>> told) {
        if (store == null) {
            return;
        }
        EntryName.Kind kind = entry.isVersion()
                ? entry.result() == null ? EntryName.Kind.START : EntryName.Kind.VERSION
                : EntryName.Kind.FAILURE;
        Supplier<Entry> content = () -> toWrite(entry.document(), initial, told.get());
        if (kind == EntryName.Kind.START) {
            // The number is taken at once; the values wait until the application has told which of them are secret.
            newest = store.add(kind, entry.version(), () -> toWrite(null, initial, told.get()));
            store.complete(newest, content);
            return;
        }
        EntryName name = store.add(kind, entry.version(), content);
        newest = entry.isVersion() ? name : newest;
    }

    /** Has the newest version written again, made from another document. */
    void replaceNewest(Document document, Document initial, Supplier<Map<String, Object>> told) {
        if (store != null) {
            store.replace(newest, () -> toWrite(document, initial, told.get()));
        }
    }

    private Entry toWrite(Document document, Document initial, Map<String, Object> told) {
        Set<Path> typed = typed();
        List<String> names = typed.stream().map(Path::toString).sorted().collect(Collectors.toList());
        if (document == null) {
            return new Entry(told, null, null, names);
        }
        return new Entry(
                told, written(document, typed), initial.equals(document) ? null : written(initial, typed), names);
    }

    private Document written(Document document, Set<Path> typed) {
        return keepSecrets ? document : Withheld.in(document, secret(typed));
    }

    private Predicate<Path> secret(Set<Path> typed) {
        return path -> secret.test(path) || typed.stream().anyMatch(path::startsWith);
    }

    private Set<Path> typed() {
        if (typedBefore == null) {
            LastKnownGood last = lastKnownGood();
            typedBefore = last == null
                    ? Collections.emptySet()
                    : last.secretPaths().stream().map(Path::of).collect(Collectors.toSet());
        }
        Set<Path> typed = new TreeSet<>(typedBefore);
        typed.addAll(secret.ofTypes());
        return typed;
    }

    /** Called by the application's thread that reads the first field of a class. */
    private void cleanSoon() {
        if (cleaning.compareAndSet(false, true)) {
            store.later(this::clean);
        }
    }

    /** A type has told that a path is secret, and its value may have been written. */
    private void clean() {
        cleaning.set(false);
        Set<Path> typed = typed();
        for (EntryName name : store.names()) {
            Entry entry = name.isVersion() ? store.read(name) : null;
            if (entry == null || entry.document() == null) {
                continue;
            }
            Document initial = entry.initial() == null ? entry.document() : entry.initial();
            if (hasSecret(entry.document(), typed) || hasSecret(initial, typed)) {
                store.replaceUnlessWaiting(name, () -> toWrite(entry.document(), initial, entry.told()));
            }
        }
    }

    private boolean hasSecret(Document document, Set<Path> typed) {
        return !Withheld.in(document, secret(typed)).root().equals(document.root());
    }

    /** What an operator should know; in types of the JDK. */
    public Map<String, Object> status() {
        return store == null ? new LinkedHashMap<>() : store.status();
    }
}
