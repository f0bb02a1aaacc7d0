package io.reloadagent.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Keeps other JVMs from writing into a directory, by a lock that the operating system takes back when this one ends. */
final class DirectoryLock implements AutoCloseable {

    static final String NAME = "lock";

    private static final Set<OpenOption> OPTIONS = new HashSet<>(
            Arrays.asList(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
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
                return new DirectoryLock(channel);
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

    /** Gives it back. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
