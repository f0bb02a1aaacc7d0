package io.reloadagent.store;

import io.reloadagent.report.Log;
import io.reloadagent.store.EntryFiles.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The history in a directory that this JVM has for itself. What is added is written in order by a thread of its own; nobody waits for it,
 * and what cannot be written now is tried again. A file that cannot be used is named in the log and left out. Thread-safe; no lock is
 * held while the disk is at work.
 */
public final class HistoryStore implements AutoCloseable {

    /** Until what a JVM started with is written: the application reads its first fields, and some of them tell that they are secret. */
    private static final long GRACE_MILLIS = 1_000;

    private final Path directory;
    private final EntryFiles files;
    private final HeldDirectory held;
    private final Reservation numbers;
    private final ScheduledExecutorService thread;
    private final Complaints complaints;
    private final Log log;
    private final long lastVersion;

    /** Sizes in bytes, by name, of the files that can be used for all that is known. Guarded by this. */
    private final TreeMap<EntryName, Long> kept;

    /** What is still to be written. Guarded by this. */
    private final Waiting waiting = new Waiting();

    /** Guarded by this. */
    private final WriteFailures failures = new WriteFailures();

    /** Guarded by this. */
    private long lastSequence;

    /** Whether the thread is writing. Guarded by this. */
    private boolean busy;

    /** Guarded by this. */
    private boolean closed;

    private HistoryStore(
            HeldDirectory held,
            EntryFiles files,
            Listing listing,
            Reservation numbers,
            ScheduledExecutorService thread,
            Log log) {
        this.directory = held.path();
        this.files = files;
        this.held = held;
        this.numbers = numbers;
        this.kept = listing.sizes;
        this.lastSequence = listing.lastSequence;
        this.lastVersion = numbers.used();
        this.thread = thread;
        this.complaints = new Complaints(directory, log);
        this.log = log;
    }

    /**
     * Opens a directory, which is made if it does not exist.
     *
     * @param thread runs one task at a time
     * @throws IOException with a message for the operator if others may have to do with it, another JVM uses it, or it cannot be read
     */
    public static HistoryStore open(Path directory, ScheduledExecutorService thread, Log log) throws IOException {
        HeldDirectory held = HeldDirectory.take(directory);
        try {
            EntryFiles files = new EntryFiles(held);
            Listing listing = files.list();
            listing.unfinished.forEach(unfinished -> clear(unfinished, log));
            if (listing.foreign > 0) {
                log.info("{} files in {} are not of the history, and left alone", listing.foreign, directory);
            }
            Reservation numbers = Reservation.after(listing, files, log);
            HistoryStore store = new HistoryStore(held, files, listing, numbers, thread, log);
            store.begin(listing.irregular);
            return store;
        } catch (Throwable failure) {
            held.close();
            throw failure;
        }
    }

    private static void clear(Path unfinished, Log log) {
        try {
            Files.deleteIfExists(unfinished);
            log.info("{} is deleted: a JVM was killed while it wrote it", unfinished);
        } catch (IOException stays) {
            log.warn("{} cannot be deleted: {}", unfinished, stays.toString());
        }
    }

    private void begin(List<EntryName> irregular) {
        irregular.forEach(name -> leaveOut(name, new UnreadableEntryException("is not a regular file", null)));
        try {
            numbers.secure();
        } catch (IOException e) {
            log.warn(
                    "no numbers of versions are reserved in {}: {}; it is tried again with the first entry",
                    directory,
                    e.toString());
        }
    }

    /** The highest version that an earlier JVM may have had when it was opened; 0 if there was none. */
    public long lastVersion() {
        return lastVersion;
    }

    /** The entries that are on disk, oldest first. */
    public synchronized List<EntryName> names() {
        return new ArrayList<>(kept.keySet());
    }

    /** What a file says; null if it cannot be used, which is said in the log, or is gone. Waits for the disk. */
    public Entry read(EntryName name) {
        try {
            return files.read(name);
        } catch (NoSuchFileException gone) {
            return null; // was one too many meanwhile
        } catch (UnreadableEntryException e) {
            leaveOut(name, e);
        } catch (IOException e) {
            complaints.add(name, "cannot be read: " + e);
        }
        return null;
    }

    private void leaveOut(EntryName name, UnreadableEntryException why) {
        synchronized (this) {
            if (kept.remove(name) == null) {
                return; // somebody else was told
            }
        }
        try {
            if (!why.isNewer()) {
                files.putAside(name);
            }
            complaints.add(
                    name,
                    why.getMessage() + "; it is left out"
                            + (why.isNewer() ? "" : ", and now has a name that ends in .broken"));
        } catch (IOException stays) {
            complaints.add(name, why.getMessage() + "; it is left out, and stays where it is: " + stays);
        }
    }

    /**
     * Adds an entry, which is written soon.
     *
     * @param content is asked for by the thread that writes
     * @return its name
     */
    public synchronized EntryName add(EntryName.Kind kind, long version, Supplier<Entry> content) {
        EntryName name = new EntryName(++lastSequence, kind, version);
        numbers.used(version);
        replace(name, content);
        return name;
    }

    /** Has the newest entry written again a moment later, or when the next one is added, with another content. */
    public synchronized void complete(EntryName name, Supplier<Entry> content) {
        waiting.defer(name, content);
        schedule(GRACE_MILLIS, this::writeDeferred);
    }

    private void writeDeferred() {
        takeDeferred();
        writePending();
    }

    private synchronized void takeDeferred() {
        if (!closed) {
            waiting.takeDeferred();
        }
    }

    /** Has an entry written again, with another content. */
    public synchronized void replace(EntryName name, Supplier<Entry> content) {
        if (closed) {
            return;
        }
        waiting.put(name, content);
        if (failures.last() == null) {
            schedule(0, this::writePending);
        }
    }

    /** Has an entry written again, unless it is to be written anyway, or is gone. */
    public synchronized void replaceUnlessWaiting(EntryName name, Supplier<Entry> content) {
        if (kept.containsKey(name) && !waiting.contains(name)) {
            replace(name, content);
        }
    }

    /** Has a task run by the thread that writes, when nothing is left to be written now. Without a thread for it, it is not run. */
    public void later(Runnable task) {
        try {
            thread.execute(task);
        } catch (OutOfMemoryError noThread) {
            log.error("no thread for the history", noThread);
        }
    }

    private void schedule(long millis, Runnable task) {
        try {
            Future<?> unused = thread.schedule(task, millis, TimeUnit.MILLISECONDS);
        } catch (OutOfMemoryError noThread) {
            log.error("no thread for the history; it is written later", noThread);
        }
    }

    private void writePending() {
        for (Map.Entry<EntryName, Supplier<Entry>> next = begin(); next != null; next = next()) {
            byte[] bytes = bytes(next);
            if (bytes != null && !write(next.getKey(), bytes)) {
                return;
            }
            done(next, bytes);
        }
    }

    private synchronized Map.Entry<EntryName, Supplier<Entry>> begin() {
        busy = true;
        return next();
    }

    private synchronized Map.Entry<EntryName, Supplier<Entry>> next() {
        busy = !waiting.isEmpty();
        notifyAll();
        return waiting.first();
    }

    /** Null if nothing can be made of it: it is given up. */
    private byte[] bytes(Map.Entry<EntryName, Supplier<Entry>> entry) {
        try {
            return EntryFormat.write(entry.getValue().get());
        } catch (IOException | RuntimeException | Error e) {
            synchronized (this) {
                waiting.giveUp();
            }
            log.warn("version {} is not written to {}: {}", entry.getKey().version(), directory, e.toString());
            return null;
        }
    }

    private boolean write(EntryName name, byte[] bytes) {
        try {
            if (!held.isHeld()) {
                holdAgain();
            }
            numbers.secure();
            files.write(name, bytes);
            return true;
        } catch (IOException | RuntimeException | Error e) {
            failed(e);
            return false;
        }
    }

    /** Goes on with what is there in place of what this JVM had locked, if no other JVM does. */
    private void holdAgain() throws IOException {
        DirectoryLock lock = DirectoryLock.of(directory);
        try {
            Listing listing = files.list();
            goOnFrom(listing);
            held.hold(lock);
            numbers.moveTo(listing, log);
        } catch (Throwable failure) {
            lock.close();
            throw failure;
        }
        log.info("{} or its lock was made anew; this JVM has locked it again", directory);
    }

    private synchronized void goOnFrom(Listing listing) throws IOException {
        long next =
                waiting.isEmpty() ? lastSequence + 1 : waiting.first().getKey().sequence();
        for (EntryName name : listing.sizes.keySet()) {
            if (name.sequence() >= next && !waiting.contains(name) && !kept.containsKey(name)) {
                throw new IOException("another JVM has written to " + directory
                        + " meanwhile; this one goes on with the history when it is started again");
            }
        }
        kept.clear();
        kept.putAll(listing.sizes);
        lastSequence = Math.max(lastSequence, listing.lastSequence);
    }

    private void failed(Throwable e) {
        boolean first;
        long wait;
        synchronized (this) {
            first = failures.last() == null;
            wait = failures.add(e);
            busy = false;
            notifyAll();
        }
        if (first) {
            log.warn(
                    "the history cannot be written to {}: {}; it is tried again, reloads go on",
                    directory,
                    e.toString());
        }
        schedule(wait, this::writePending);
    }

    private void done(Map.Entry<EntryName, Supplier<Entry>> entry, byte[] bytes) {
        boolean recovered = false;
        List<EntryName> surplus = new ArrayList<>();
        synchronized (this) {
            waiting.remove(entry);
            if (bytes != null) {
                recovered = failures.recover();
                kept.put(entry.getKey(), (long) bytes.length);
                surplus = Retention.surplus(kept);
                surplus.forEach(kept::remove);
            }
        }
        if (recovered) {
            log.info("the history is written to {} again", directory);
        }
        surplus.forEach(this::delete);
    }

    private void delete(EntryName name) {
        try {
            files.delete(name);
        } catch (IOException e) {
            complaints.add(name, "is no longer needed, and cannot be deleted: " + e);
        }
    }

    /**
     * Waits until everything is written, or it is clear that it cannot be.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public synchronized void flush(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        takeDeferred();
        if (failures.last() == null && !busy && !waiting.isEmpty()) {
            schedule(0, this::writePending);
        }
        long left = patience.toNanos();
        while (left > 0 && failures.last() == null && (busy || !waiting.isEmpty())) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
    }

    /**
     * The same, for the end of this JVM: no more numbers of versions stay reserved than were used.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void end(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        flush(patience);
        CountDownLatch released = new CountDownLatch(1);
        later(() -> {
            release();
            released.countDown();
        });
        if (!released.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            log.debug("the numbers of versions in {} stay reserved: there was no time", directory);
        }
    }

    private void release() {
        try {
            numbers.release();
        } catch (IOException | RuntimeException e) {
            log.info("the numbers of versions in {} stay reserved: {}", directory, e.toString());
        }
    }

    /** What an operator should know; unmodifiable types of the JDK. */
    public synchronized Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("directory", directory.toString());
        status.put("entries", kept.size());
        status.put("bytes", kept.values().stream().mapToLong(Long::longValue).sum());
        status.put("waiting", waiting.size());
        status.put("failedWrites", failures.count());
        status.put("lost", waiting.lost());
        status.put("problem", failures.last());
        status.put("leftOut", complaints.all());
        return status;
    }

    /** Where it is. */
    public Path directory() {
        return directory;
    }

    /** Lets other JVMs have the directory. What was not written is not written any more. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            waiting.clear();
        }
        held.close();
    }
}
