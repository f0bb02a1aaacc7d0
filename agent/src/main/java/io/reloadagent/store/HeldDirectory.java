package io.reloadagent.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A directory that this JVM has for itself: nobody else's by its owner and permissions, and locked. An operator can take it away, or make
 * it anew, at any time, and another JVM may have it then; so it is looked at again before anything in it is changed. Thread-safe.
 */
final class HeldDirectory implements AutoCloseable {

    private final Path path;

    /** Guarded by this. */
    private DirectoryLock lock;

    /** Guarded by this. */
    private boolean closed;

    private HeldDirectory(Path path, DirectoryLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes a directory, which is made if it does not exist.
     *
     * @throws IOException with a message for the operator if others may have to do with it, or another JVM has it
     */
    static HeldDirectory take(Path path) throws IOException {
        OwnerOnlyDirectory.prepare(path);
        return new HeldDirectory(path, DirectoryLock.of(path));
    }

    Path path() {
        return path;
    }

    /**
     * Whether directory and lock are still those that were taken.
     *
     * @throws IOException if there is no such directory, or others may have to do with it now
     */
    synchronized boolean isHeld() throws IOException {
        OwnerOnlyDirectory.check(path);
        return !closed && lock.isInPlace();
    }

    /** @throws IOException if the directory must not be changed, as it may be another JVM's */
    void requireHeld() throws IOException {
        if (!isHeld()) {
            throw new IOException(path + " or its lock is not the one that this JVM has locked");
        }
    }

    /** Has a lock on what is there now in place of the one before. */
    synchronized void hold(DirectoryLock other) throws IOException {
        if (closed) {
            throw new IOException(path + " is not used any more");
        }
        lock.close();
        lock = other;
    }

    /** Lets other JVMs have it. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        lock.close();
    }
}
