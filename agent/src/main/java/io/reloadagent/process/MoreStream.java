package io.reloadagent.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Reads {@code stream-1}, {@code stream-2} and so on, while the agent writes them; deletes what it has read. For one thread. */
final class MoreStream extends InputStream {

    private static final int LOOK_MILLIS = 100;

    private final Path folder;
    private final Gone gone;
    private int number = 1;

    /** Null before the agent has begun. */
    private InputStream part;

    /** Tells whether the agent has gone. */
    interface Gone {
        boolean isTrue() throws IOException;
    }

    MoreStream(Path folder, Gone gone) {
        this.folder = folder;
        this.gone = gone;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (true) {
            // In this order: what the agent has written before it went, or before it began the next one, is read.
            boolean isLast = gone.isTrue();
            boolean hasNext = Files.exists(file(number + 1), LinkOption.NOFOLLOW_LINKS);
            if (part == null && Files.exists(file(number), LinkOption.NOFOLLOW_LINKS)) {
                part = Files.newInputStream(file(number), LinkOption.NOFOLLOW_LINKS);
            }
            int read = part == null ? -1 : part.read(bytes, offset, length);
            if (read > 0) {
                return read;
            }
            if (hasNext) {
                next();
            } else if (isLast) {
                return -1;
            } else {
                rest();
            }
        }
    }

    private void next() throws IOException {
        close();
        Files.deleteIfExists(file(number));
        number++;
    }

    private Path file(int which) {
        return folder.resolve("stream-" + which);
    }

    private static void rest() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", ending);
        }
    }

    @Override
    public void close() throws IOException {
        if (part != null) {
            part.close();
            part = null;
        }
    }
}
