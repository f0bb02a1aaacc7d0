package io.reloadagent.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Appends events to a file, each as one line of JSON. The file is made for its owner alone; what is no regular file,
 * a symbolic link or a pipe, is refused. It is opened for each line, so that it may be moved away meanwhile. What
 * cannot be written is lost and counted, and said once.
 * One thread writes at a time.
 */
public final class AuditFile implements Consumer<Event> {

    private static final Set<OpenOption> APPEND = Collections.unmodifiableSet(new HashSet<>(Arrays.asList(
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND,
            LinkOption.NOFOLLOW_LINKS)));

    private final Path file;
    private final Rotation rotation;
    private final LongAdder lost;
    private final Log log;

    /** How many lines were lost since the last that was written. Confined to the observer's thread. */
    private long missing;

    /** Null while all is well. Written by the observer's thread, read by whoever asks how the agent is. */
    private volatile String problem;

    /**
     * Nothing is opened yet.
     *
     * @param maxBytes how long the file may grow, before it is renamed and another is begun
     * @param maxFiles how many files there may be in all, the one that is being written included
     * @param lost counts what could not be written
     */
    public AuditFile(Path file, long maxBytes, int maxFiles, LongAdder lost, Log log) {
        this.file = file.toAbsolutePath();
        this.rotation = new Rotation(this.file, maxBytes, maxFiles);
        this.lost = lost;
        this.log = log;
    }

    /** Counts the events of an audit among those that its observer did not get. */
    public static AuditFile of(Path file, long maxBytes, int maxFiles, Events events, Log log) {
        return new AuditFile(file, maxBytes, maxFiles, events.drops(Audit.NAME), log);
    }

    @Override
    public void accept(Event event) {
        byte[] line = (event.toJson() + "\n").getBytes(UTF_8);
        try {
            rotation.makeRoomFor(line.length);
            append(line);
            sayIfBack();
        } catch (IOException | RuntimeException failure) {
            lost.increment();
            problem = "the audit cannot be written: " + failure;
            if (missing++ == 0) {
                log.warn("the audit cannot be written; what happens is counted until it can be: {}", failure);
            }
        }
    }

    /** Why the last line could not be written, a sentence; null if it was, or if there was none yet. Any thread may ask. */
    String problem() {
        return problem;
    }

    private void append(byte[] line) throws IOException {
        try (FileChannel channel = FileChannel.open(file, APPEND, ownerOnly())) {
            long before = channel.size();
            try {
                write(channel, before > 0 && !endsWithLine(before) ? afterLineEnd(line) : line);
            } catch (IOException failure) {
                takeBack(channel, before, failure);
                throw failure;
            }
        }
    }

    private static void write(FileChannel channel, byte[] line) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(line);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /** Half a line would spoil the next one. */
    private static void takeBack(FileChannel channel, long size, IOException failure) {
        try {
            channel.truncate(size);
        } catch (IOException unchangeable) {
            failure.addSuppressed(unchangeable);
        }
    }

    /** A JVM that was killed may have left half a line. */
    private boolean endsWithLine(long size) throws IOException {
        try (FileChannel reader = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return reader.read(last, size - 1) < 1 || last.get(0) == '\n';
        }
    }

    private static byte[] afterLineEnd(byte[] line) {
        byte[] more = new byte[line.length + 1];
        more[0] = '\n';
        System.arraycopy(line, 0, more, 1, line.length);
        return more;
    }

    /** Where the file system knows of owners. */
    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private void sayIfBack() {
        problem = null;
        if (missing > 0) {
            log.warn("the audit is written again; {} lines are missing before", missing);
            missing = 0;
        }
    }
}
