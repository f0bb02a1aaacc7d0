package io.reloadagent.trigger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;

/**
 * Tells a command more in files, {@code stream-1} and so on, which it deletes when it has read them. One that does not is left alone after
 * {@link #MOST_PARTS} of them, so that the disk is not filled. Written to by one thread; thread-safe otherwise.
 */
final class FolderStream extends OutputStream implements ClientStream {

    static final int MOST_PARTS = 8;
    static final int PART_BYTES = 1 << 20;

    private final SessionFolder folder;
    private int number;
    private long written;
    private OutputStream part;

    /** Written by whichever side has enough, read by the other. */
    private volatile boolean closed;

    FolderStream(SessionFolder folder) {
        this.folder = folder;
    }

    @Override
    public OutputStream out() {
        return this;
    }

    @Override
    public boolean isOpen() {
        return !closed && folder.hasClient();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!isOpen()) {
            throw new IOException("nobody reads any more");
        }
        if (part == null || written > PART_BYTES) {
            next();
        }
        part.write(bytes, offset, length);
        written += length;
    }

    private void next() throws IOException {
        if (part != null) {
            part.close();
            part = null;
        }
        if (number >= MOST_PARTS && Files.exists(folder.part(number - MOST_PARTS + 1), LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("the command does not read");
        }
        number++;
        part = Files.newOutputStream(folder.part(number), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        written = 0;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (part != null) {
            part.close();
        }
        folder.close();
    }
}
