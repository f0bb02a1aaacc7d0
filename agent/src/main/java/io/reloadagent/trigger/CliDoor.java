package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.reloadagent.report.Log;
import io.reloadagent.store.ProcessUser;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A folder into which commands move theirs, so that each of them need not attach: every attaching leaves some kilobytes in the JVM, and a
 * warning in the stderr of Java 21 and newer. It belongs to the user of this process alone, is there from the first command on, and goes
 * when none has come for a while.
 */
final class CliDoor implements Runnable {

    private static final int LOOK_MILLIS = 100;
    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final FileChannel presence;
    private final Consumer<String> visitors;
    private final Log log;

    /** What is there already; confined to the door's thread. */
    private Set<String> seen = new HashSet<>();

    /** Written by whoever closes it. */
    private volatile boolean closed;

    private CliDoor(Path folder, FileChannel presence, Consumer<String> visitors, Log log) {
        this.folder = folder;
        this.presence = presence;
        this.visitors = visitors;
        this.log = log;
    }

    /**
     * Makes the folder; nobody is let in before it runs.
     *
     * @param visitors gets each folder that is moved there, and throws {@link IllegalStateException} if it cannot be answered
     * @throws IOException if somebody else has to do with the folder
     */
    static CliDoor open(Path folder, Consumer<String> visitors, Log log) throws IOException {
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException earlier) {
            requireOwn(folder);
        }
        return new CliDoor(folder, SessionFolder.presence(folder), visitors, log);
    }

    private static void requireOwn(Path folder) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isDirectory()
                || !attributes.owner().equals(ProcessUser.of(folder.getFileSystem()))
                || !OWNER_ONLY.containsAll(attributes.permissions())) {
            throw new IOException(folder + " is not a directory of this process's user alone");
        }
    }

    @Override
    public void run() {
        long last = System.nanoTime();
        try {
            while (!closed && System.nanoTime() - last < IDLE_NANOS) {
                if (look()) {
                    last = System.nanoTime();
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (IOException failure) {
            log.debug("further commands have to attach", failure);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** Whether somebody is there. */
    private boolean look() throws IOException {
        Set<String> there = new HashSet<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, "reload-agent-*")) {
            for (Path visitor : folders) {
                there.add(visitor.getFileName().toString());
                if (!seen.contains(visitor.getFileName().toString())) {
                    letIn(visitor);
                }
            }
        }
        seen = there;
        return !there.isEmpty();
    }

    private void letIn(Path visitor) {
        try {
            requireOwn(visitor);
            introduce(visitor);
        } catch (IOException strangerOrGone) {
            log.debug("a command is not let in", strangerOrGone);
        }
    }

    private void introduce(Path visitor) throws IOException {
        try {
            visitors.accept(visitor.toString());
        } catch (IllegalStateException notNow) {
            Files.write(
                    visitor.resolve("result"),
                    ("busy\n" + notNow.getMessage()).getBytes(UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Lets nobody in any more. Closing again does nothing. */
    synchronized void close() {
        if (closed && !presence.isOpen()) {
            return;
        }
        closed = true;
        try {
            Files.deleteIfExists(folder.resolve("agent"));
            presence.close();
            Files.deleteIfExists(folder);
        } catch (IOException somebodyIsThere) {
            log.debug("the door for commands stays", somebodyIsThere);
        }
    }
}
