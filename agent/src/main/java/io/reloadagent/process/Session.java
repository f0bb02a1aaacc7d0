package io.reloadagent.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A talk with a JVM, in a fresh folder that only its user can look into: one order, what became of it, and where the order was that, one
 * request after the other. Nothing of it stands on a command line. For one thread.
 */
public final class Session implements AutoCloseable {

    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int LOOK_MILLIS = 20;
    private static final int MOST_BYTES = 32 << 20;

    private final Place place;
    /** Moves, when it goes through a door. */
    private volatile Path folder;

    private final Duration timeout;
    private final FileChannel self;
    private final Thread atExit = new Thread(this::delete, "reload-agent-folder");
    private FileChannel agent;
    private int requests;

    private Session(Place place, Path folder, Duration timeout, FileChannel self) {
        this.place = place;
        this.folder = folder;
        this.timeout = timeout;
        this.self = self;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Makes the folder; the JVM is not touched yet.
     *
     * @param timeout for each single thing that is waited for
     * @throws UnreachableException if the process cannot be attached to
     */
    public static Session with(long pid, Duration timeout) throws UnreachableException {
        Place place = Place.of(pid);
        try {
            Path folder = Files.createTempDirectory(place.here(), "reload-agent-", FOLDER);
            FileChannel self = FileChannel.open(
                    Files.createFile(folder.resolve("client"), FILE),
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            if (self.tryLock() == null) {
                throw new IOException("somebody has locked " + folder);
            }
            return new Session(place, folder, timeout, self);
        } catch (IOException | UnsupportedOperationException unwritable) {
            throw new UnreachableException(
                    "there is no place to talk with process " + pid + ": " + unwritable
                            + "; it takes a directory for temporary"
                            + " files that has POSIX permissions and can be written",
                    unwritable);
        }
    }

    /**
     * Gives the JVM an order, and waits for what becomes of it.
     *
     * @param what {@code attach}, {@code session} or {@code stop}
     * @param arguments that belong to it; may be empty
     */
    public Result order(String what, String arguments) throws UnreachableException {
        try {
            write("order", (what + "\n" + arguments).getBytes(UTF_8));
            Path door = what.equals("session") ? door() : null;
            if (door != null) {
                write("door", door.getFileName().toString().getBytes(UTF_8));
            }
            giveToTarget();
            if (door != null && isOpen(door) && enter(door)) {
                return Files.exists(folder.resolve("result"), LinkOption.NOFOLLOW_LINKS)
                        ? Result.parse(new String(read(folder.resolve("result")), UTF_8))
                        : Result.parse(what);
            }
            new Loading(place, timeout).load("@" + place.there(folder));
            Path result = folder.resolve("result");
            // A stop is answered when all is done; everything else before the attaching has ended.
            Duration patience = what.equals("stop") ? timeout : Duration.ofMillis(500);
            if (!await(result, patience, false)) {
                throw what.equals("stop") ? late() : silent();
            }
            return Result.parse(new String(read(result), UTF_8));
        } catch (IOException failure) {
            throw broken(failure);
        }
    }

    /** Where an agent that was asked before lets commands in without attaching; null where it cannot have one. */
    private Path door() throws IOException {
        ProcessFolder process = place.process();
        return process == null
                ? null
                : place.here()
                        .resolve("reload-agent-door-" + process.userId() + "-" + place.pid() + "-" + process.started());
    }

    /** Whether the agent is behind it; somebody else's is none. */
    private boolean isOpen(Path door) throws IOException {
        if (!Files.isDirectory(door, LinkOption.NOFOLLOW_LINKS)
                || !Integer.valueOf(place.process().userId())
                        .equals(Files.getAttribute(door, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
            return false;
        }
        try (FileChannel behind =
                        FileChannel.open(door.resolve("agent"), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock free = behind.tryLock()) {
            return free == null;
        } catch (NoSuchFileException closed) {
            return false;
        }
    }

    /** Waits until it was let in, or was told why not; comes back if the door was closed meanwhile. */
    private boolean enter(Path door) throws IOException, UnreachableException {
        Path outside = folder;
        Path inside = door.resolve(outside.getFileName());
        try {
            Files.move(outside, inside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException closed) {
            return false;
        }
        folder = inside;
        long deadline = System.nanoTime() + timeout.toNanos();
        while (Files.notExists(inside.resolve("agent")) && Files.notExists(inside.resolve("result"))) {
            if (!isOpen(door)) {
                Files.move(inside, outside, StandardCopyOption.ATOMIC_MOVE);
                folder = outside;
                return false;
            }
            if (System.nanoTime() - deadline > 0) {
                throw late();
            }
            rest();
        }
        return true;
    }

    /** What root makes for another user's JVM belongs to that user; who asks is still known by the owner of one file. */
    private void giveToTarget() throws IOException {
        ProcessFolder process = place.process();
        if (process == null || Integer.valueOf(process.userId()).equals(Files.getAttribute(folder, "unix:uid"))) {
            return;
        }
        Files.setPosixFilePermissions(folder.resolve("client"), PosixFilePermissions.fromString("rw-r--r--"));
        give(folder, process);
    }

    private static void give(Path file, ProcessFolder process) throws IOException {
        Files.setAttribute(file, "unix:gid", process.groupId(), LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:uid", process.userId(), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Asks the agent, after an order {@code session}.
     *
     * @return the answer, as it is
     */
    public byte[] ask(byte[] request) throws UnreachableException {
        try {
            requests++;
            write("request-" + requests, request);
            Path answer = folder.resolve("answer-" + requests);
            if (!await(answer, timeout, true)) {
                throw late();
            }
            byte[] bytes = read(answer);
            Files.delete(answer);
            return bytes;
        } catch (IOException failure) {
            throw broken(failure);
        }
    }

    /** What the agent goes on to tell after an answer, to the end. */
    public InputStream more() {
        return new MoreStream(folder, this::isAgentGone);
    }

    private boolean await(Path file, Duration patience, boolean fromAgent) throws IOException, UnreachableException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            if (fromAgent && isAgentGone() && Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new UnreachableException("process " + place.pid()
                        + " answers no more: it has ended, or the agent was stopped; list shows what there is");
            }
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            rest();
        }
        return true;
    }

    static void rest() throws UnreachableException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", ending);
        }
    }

    /** The agent keeps a file locked for as long as it is there. */
    private boolean isAgentGone() throws IOException {
        if (agent == null) {
            agent = FileChannel.open(folder.resolve("agent"), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        }
        try (FileLock free = agent.tryLock()) {
            return free != null;
        }
    }

    private UnreachableException late() {
        return new UnreachableException(
                "no answer from process " + place.pid() + " within " + timeout.toMillis() / 1_000
                        + " s; what was asked for may still happen: the agent's log tells. --timeout gives it longer");
    }

    private UnreachableException silent() {
        return new UnreachableException("process " + place.pid()
                + " was attached to, and the agent there has not answered: it may be of another version than this jar, or its folder "
                + folder + " cannot be used; the application's stderr tells");
    }

    private UnreachableException broken(IOException failure) {
        return new UnreachableException("the talk with process " + place.pid() + " is broken: " + failure, failure);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.createFile(part, FILE);
        Files.write(part, bytes, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        ProcessFolder process = place.process();
        if (process != null && !Integer.valueOf(process.userId()).equals(Files.getAttribute(part, "unix:uid"))) {
            give(part, process);
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
            throw new IOException(file.getFileName() + " is not a file as it should be");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Streams.bytes(in, MOST_BYTES);
        }
    }

    /** Which process it is with, for people. */
    @Override
    public String toString() {
        return "process " + place.pid();
    }

    /** Says that nobody asks any more, and takes the folder away. */
    @Override
    public void close() {
        try {
            self.close();
            if (agent != null) {
                agent.close();
            }
        } catch (IOException unclosable) {
            throw new IllegalStateException("a file does not close", unclosable);
        } finally {
            delete();
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException exiting) {
                assert exiting != null;
            }
        }
    }

    /** Best effort: the agent does it as well when nobody asks any more. */
    private void delete() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException goneOrNotOurs) {
            assert goneOrNotOurs != null;
        }
    }
}
