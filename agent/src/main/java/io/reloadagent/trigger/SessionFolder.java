package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * The files by which a command and this agent talk: {@code request-1}, which is answered by {@code answer-1}, and so on; and one that each
 * side keeps locked for as long as it is there, {@code client} and {@code agent}, so that a lock that is free says that the other has
 * gone, however it went. That the folder belongs to the user of this process alone has been seen to before. Thread-safe.
 */
final class SessionFolder implements Closeable {

    /** A request's head and body. */
    private static final int MOST_BYTES = RequestReader.HEAD_LIMIT + RequestReader.BODY_LIMIT;

    private static final Pattern DOOR = Pattern.compile("reload-agent-door-[0-9-]{1,60}");

    private final Path folder;
    private final String user;
    private final FileChannel client;
    private final FileChannel agent;

    /** Guarded by this. */
    private boolean closed;

    private SessionFolder(Path folder, String user, FileChannel client, FileChannel agent) {
        this.folder = folder;
        this.user = user;
        this.client = client;
        this.agent = agent;
    }

    /**
     * Says that the agent is there.
     *
     * @throws IOException if the one who asks is not, or no more: what it has left must not be carried out
     */
    static SessionFolder open(String name) throws IOException {
        Path folder = Paths.get(name);
        Path asking = folder.resolve("client");
        requireFile(asking);
        FileChannel client = FileChannel.open(asking, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        FileChannel agent = null;
        try {
            agent = presence(folder);
            SessionFolder session =
                    new SessionFolder(folder, Files.getOwner(asking).getName(), client, agent);
            if (!session.hasClient()) {
                throw new IOException(name + " was left by a command that has ended");
            }
            return session;
        } catch (IOException | RuntimeException unusable) {
            client.close();
            if (agent != null) {
                agent.close();
            }
            throw unusable;
        }
    }

    /** The file {@code agent}, which appears locked. */
    static FileChannel presence(Path folder) throws IOException {
        Path part = folder.resolve("agent.part");
        FileChannel agent = FileChannel.open(
                part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS);
        try {
            if (agent.tryLock() == null) {
                throw new IOException(part + " is locked by somebody else");
            }
            Files.move(part, folder.resolve("agent"), StandardCopyOption.ATOMIC_MOVE);
            return agent;
        } catch (IOException | RuntimeException failure) {
            agent.close();
            throw failure;
        }
    }

    private static void requireFile(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is not a regular file");
        }
    }

    /** Where the command will look for a door, so that it need not attach the next time; null if it says nothing of one. */
    Path door() throws IOException {
        Path file = folder.resolve("door");
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        String name = new String(read(file), UTF_8);
        if (!DOOR.matcher(name).matches()) {
            throw new IOException("no door has the name that " + file + " says");
        }
        return folder.resolveSibling(name);
    }

    /** The operating system's name of who asks: the owner of its file, which only root can have for somebody else's. */
    String user() {
        return user;
    }

    /** Whether the one who asks still runs. */
    boolean hasClient() {
        try (FileLock free = client.tryLock(0, Long.MAX_VALUE, true)) {
            return free == null;
        } catch (IOException closed) {
            return false;
        }
    }

    /** The request of that number; null if there is none yet. */
    byte[] request(int number) throws IOException {
        Path file = folder.resolve("request-" + number);
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        return read(file);
    }

    private static byte[] read(Path file) throws IOException {
        requireFile(file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(4096);
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            while (channel.read(buffer) >= 0) {
                bytes.write(buffer.array(), 0, buffer.position());
                buffer.clear();
                if (bytes.size() > MOST_BYTES) {
                    throw new IOException(file + " is longer than " + MOST_BYTES + " bytes");
                }
            }
        }
        return bytes.toByteArray();
    }

    /** Answers it, whole or not at all. */
    void answer(int number, byte[] bytes) throws IOException {
        Path part = folder.resolve("answer.part");
        Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.move(part, folder.resolve("answer-" + number), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A new part of what goes on. */
    Path part(int number) {
        return folder.resolve("stream-" + number);
    }

    /** Says that the agent has gone; takes away what a command that was killed has left. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        boolean left = !hasClient();
        client.close();
        agent.close();
        if (left && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            delete(folder);
        }
    }

    /** A folder with files. */
    static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
