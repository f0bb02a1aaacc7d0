package io.reloadagent.store;

import io.reloadagent.report.Log;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The numbers of versions that this JVM may use up, on disk before it does: when it is killed, versions have been seen that no file tells
 * of, and the next JVM begins above all of them. At a clean end no more is left reserved than was used. Confined to the thread that
 * writes, but for {@link #used}.
 */
final class Reservation {

    /** More than reloads can make while a file is written: half of it is left when more is reserved. */
    static final long STEP = 1_000;

    private final EntryFiles files;
    private final AtomicLong used;

    /** The highest number on disk; 0 if it is not known to be there. */
    private long reserved;

    private Reservation(EntryFiles files, long used) {
        this.files = files;
        this.used = new AtomicLong(used);
    }

    /** One that goes on after what is there, and is not on disk yet. */
    static Reservation after(EntryFiles.Listing listing, EntryFiles files, Log log) {
        return new Reservation(files, highest(listing, files, log));
    }

    private static long highest(EntryFiles.Listing listing, EntryFiles files, Log log) {
        try {
            return Math.max(listing.lastVersion, files.readNumber());
        } catch (IOException e) {
            log.warn("the numbers of versions go on {} higher: {}", STEP, e.toString());
            return listing.lastVersion + STEP;
        }
    }

    /** The highest number that may have been used; any thread may ask. */
    long used() {
        return used.get();
    }

    /** Tells of a version; any thread may. */
    void used(long version) {
        used.accumulateAndGet(version, Math::max);
    }

    /** Has numbers enough on disk. */
    void secure() throws IOException {
        long highest = used.get();
        if (highest + STEP / 2 > reserved) {
            write(highest + STEP);
        }
    }

    /** Goes on in another directory, after what is there. */
    void moveTo(EntryFiles.Listing listing, Log log) {
        used(highest(listing, files, log));
        reserved = 0;
    }

    /** Has no more reserved than was used. */
    void release() throws IOException {
        write(used.get());
    }

    private void write(long number) throws IOException {
        files.writeNumber(number);
        reserved = number;
    }
}
