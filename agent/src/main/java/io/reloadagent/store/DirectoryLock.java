package io.reloadagent.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Keeps other JVMs from writing into a directory, by a lock that the operating system takes back when this one ends. */
final class DirectoryLock implements AutoCloseable {

    static final String NAME = "lock";

    private static final Set<OpenOption> OPTIONS = new HashSet<>(
            Arrays.asList(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));

    private final Path directory;
    private final FileChannel channel;
    private final Object directoryKey;
    private final Object fileKey;

    private DirectoryLock(Path directory, FileChannel channel) throws IOException {
        this.directory = directory;
        this.channel = channel;
        this.directoryKey = key(directory);
        this.fileKey = key(directory.resolve(NAME));
    }

    /**
     * Takes the lock, without waiting for it.
     *
     * @throws IOException with a message for the operator if another JVM has it
     */
    static DirectoryLock of(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            OwnerOnlyDirectory.checkFile(file);
        }
        FileChannel channel = FileChannel.open(file, OPTIONS, OwnerOnlyDirectory.FILE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DirectoryLock(directory, channel);
            }
        } catch (OverlappingFileLockException otherAgentOfThisJvm) {
            // no different from one of another JVM
        } catch (Throwable failure) {
            channel.close();
            throw failure;
        }
        channel.close();
        throw new IOException(directory + " is in use by another JVM; give each its own history.dir");
    }

    /** Whether directory and file are those that were locked: where they were made anew, others can lock them, too. */
    boolean isInPlace() throws IOException {
        try {
            return directoryKey.equals(key(directory)) && fileKey.equals(key(directory.resolve(NAME)));
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** Tells a file from another in its place, as long as it is open. */
    private static Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /** Gives it back. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
