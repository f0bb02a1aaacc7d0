package io.reloadagent.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** A regular file of a sane size, read to its end. Immutable. */
public final class WholeFile {

    private final byte[] bytes;
    private final FileTime written;

    private WholeFile(byte[] bytes, FileTime written) {
        this.bytes = bytes;
        this.written = written;
    }

    /**
     * Reads a file. What is not a regular one, and might not end or not begin, is not opened.
     *
     * @param most how many bytes it may have
     * @throws NotUsableException if it is no regular file, or larger
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws IOException if it cannot be read
     */
    public static WholeFile read(Path file, Bound most) throws IOException {
        BasicFileAttributes attributes = attributes(file, most);
        return new WholeFile(bytes(file, (int) attributes.size(), most), attributes.lastModifiedTime());
    }

    /**
     * Reads a file as {@link #read} does, but not into the heap: it may be a secret.
     *
     * @return a direct buffer from its begin to its end
     */
    static ByteBuffer readOffHeap(Path file, Bound most) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocateDirect((int) attributes(file, most).size() + 1);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(bytes) >= 0) {
                if (bytes.position() > most.most()) {
                    throw tooLarge(most);
                }
                bytes = bytes.hasRemaining() ? bytes : larger(bytes);
            }
        }
        ((Buffer) bytes).flip(); // by the superclass's method: that of ByteBuffer itself came with Java 9
        return bytes;
    }

    private static ByteBuffer larger(ByteBuffer full) {
        ByteBuffer larger = ByteBuffer.allocateDirect(2 * full.capacity());
        ((Buffer) full).flip();
        larger.put(full);
        return larger;
    }

    private static BasicFileAttributes attributes(Path file, Bound most) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            String what = attributes.isDirectory()
                    ? "is a directory; name a file, or in the agent's configuration 'sources: [{include: DIRECTORY}]'"
                    : "is not a regular file; name a file";
            throw new NotUsableException(what, false);
        }
        if (attributes.size() > most.most()) {
            throw tooLarge(most);
        }
        return attributes;
    }

    /** Reads to the end, wherever that is by now, but not beyond the limit. */
    private static byte[] bytes(Path file, int expected, Bound most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(expected + 1);
        byte[] chunk = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                bytes.write(chunk, 0, read);
                if (bytes.size() > most.most()) {
                    throw tooLarge(most);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static NotUsableException tooLarge(Bound most) {
        return new NotUsableException("is larger than " + most + "; split it", true);
    }

    /** Its content; not copied, not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** When it was written last. */
    public FileTime written() {
        return written;
    }

    /** There is something, but nothing to be read. The message is the end of a sentence that the file's name begins. */
    public static final class NotUsableException extends IOException {

        private static final long serialVersionUID = 1;

        private final boolean tooLarge;

        NotUsableException(String message, boolean tooLarge) {
            super(message);
            this.tooLarge = tooLarge;
        }

        /** Whether it is only too large. */
        public boolean isTooLarge() {
            return tooLarge;
        }
    }
}
