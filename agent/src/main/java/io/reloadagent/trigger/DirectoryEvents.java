package io.reloadagent.trigger;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import io.reloadagent.report.Log;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Events of the directories that files lie in, and of directories that are sources themselves. Directories, because a file that is replaced by a rename is another file;
 * and all of those on the way, where a file is reached through symbolic links, because Kubernetes swaps a link and leaves
 * the file's own name alone. Where there are no events, waiting just takes the whole time. For one thread.
 */
final class DirectoryEvents implements AutoCloseable {

    /** Asked for anew at each {@link #renew}. */
    private final Supplier<List<Path>> sources;

    /** What was watched when it was looked last. */
    private List<Path> files = Collections.emptyList();

    private final Log log;

    /** Null where the system has none, or no more of them. */
    private final WatchService service;

    /** The entries that matter, by directory. */
    private final Map<Path, Set<Path>> entries = new HashMap<>();

    /** The directories in which every entry matters. */
    private final Set<Path> whole = new HashSet<>();

    private final Rests rests = new Rests();

    private final Map<Path, WatchKey> watched = new HashMap<>();
    private boolean warned;

    private DirectoryEvents(Supplier<List<Path>> sources, Log log, WatchService service) {
        this.sources = sources;
        this.log = log;
        this.service = service;
    }

    /** @param sources the files that matter, and directories in which every entry does, as they are when it is asked */
    static DirectoryEvents of(Supplier<List<Path>> sources, Log log) {
        WatchService service = null;
        try {
            service = FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            log.warn("no events from the file system ({}); the sources are compared at every check interval", e);
        }
        DirectoryEvents events = new DirectoryEvents(sources, log, service);
        events.renew();
        return events;
    }

    /**
     * Watches what is not watched yet: a source may have other files by now.
     *
     * @return whether there is something new, which may have changed before it was watched
     */
    boolean renew() {
        List<Path> now = sources.get();
        boolean more = !files.containsAll(now);
        files = now;
        watchAll();
        return more;
    }

    /** Waits until something happened to one of the files or links, or the time is over. */
    void await(Duration atMost) throws InterruptedException {
        if (service == null) {
            TimeUnit.NANOSECONDS.sleep(atMost.toNanos());
            return;
        }
        long end = System.nanoTime() + atMost.toNanos();
        while (!isConcernedBefore(end) && System.nanoTime() < end) {
            // An application that logs beside its configuration makes events all the time.
            rests.takeIfBusy();
        }
        renew();
    }

    private boolean isConcernedBefore(long end) throws InterruptedException {
        boolean concerned = false;
        WatchKey key = service.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        for (; key != null; key = service.poll()) {
            Path directory = (Path) key.watchable();
            Set<Path> names = entries.getOrDefault(directory, Collections.emptySet());
            boolean all = whole.contains(directory);
            concerned |= key.pollEvents().stream()
                    .anyMatch(event -> all || event.kind() == OVERFLOW || names.contains(event.context()));
            if (!key.reset()) {
                watched.values().remove(key);
                concerned = true;
            }
        }
        return concerned;
    }

    /** Watches what is not watched yet: links may lead elsewhere by now, and a deleted directory may be back. */
    private void watchAll() {
        if (service == null) {
            return;
        }
        entries.clear();
        whole.clear();
        files.forEach(this::note);
        watched.entrySet().removeIf(entry -> {
            boolean gone = !entries.containsKey(entry.getKey());
            if (gone) {
                entry.getValue().cancel();
            }
            return gone;
        });
        entries.keySet().stream().filter(Files::isDirectory).forEach(this::watch);
    }

    private void note(Path file) {
        SymbolicLinks.entriesOnTheWay(file, entries);
        if (Files.isDirectory(file)) {
            try {
                Path directory = file.toRealPath();
                whole.add(directory);
                entries.computeIfAbsent(directory, its -> new HashSet<>());
            } catch (IOException e) {
                log.debug("{} is gone again: {}", file, e); // its parent is watched
            }
        }
    }

    private void watch(Path directory) {
        try {
            // Registering again renews the key of a directory that was deleted and made anew under the same name.
            watched.put(directory, directory.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE));
        } catch (IOException e) {
            if (!warned) {
                warned = true;
                log.warn("{} cannot be watched ({}); it is compared at every check interval", directory, e);
            }
        }
    }

    @Override
    public void close() {
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                log.debug("the watch service did not close: {}", e);
            }
        }
    }
}
