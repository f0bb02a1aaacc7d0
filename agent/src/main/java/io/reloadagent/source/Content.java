package io.reloadagent.source;

import java.nio.ByteBuffer;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The raw bytes of one source at one moment, and their format. Equal to another if neither of them nor the name differs. Immutable. */
public final class Content {

    private final String name;
    private final Format format;
    private final byte[] bytes;
    private final FileTime written;

    /**
     * @param name what people know the source by, usually the file; never null
     * @param format what the bytes are written in; never null
     * @param bytes its content; copied; never null
     * @param written when it was written last; null if nobody knows
     */
    public Content(String name, Format format, byte[] bytes, FileTime written) {
        this.name = Objects.requireNonNull(name, "name");
        this.format = Objects.requireNonNull(format, "format");
        this.bytes = bytes.clone();
        this.written = written;
    }

    /** What people know the source by, usually the file. */
    public String name() {
        return name;
    }

    /** The content, read-only; each call gives a buffer of its own. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** The same content, in the format that another makes of its own. */
    public Content as(UnaryOperator<Format> change) {
        return new Content(name, change.apply(format), bytes, written);
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** Whether a reference may stand in it, for all that the bytes tell. */
    boolean mayRefer() {
        for (int i = 1; i < bytes.length; i++) {
            if (bytes[i] == '{' && bytes[i - 1] == '$') {
                return true;
            }
        }
        return false;
    }

    /** Parses it by its format; throws what {@link Format#parse} does. */
    public Document parse() throws SourceException {
        return format.parse(this);
    }

    /** When it was written last; null if nobody knows. */
    FileTime written() {
        return written;
    }

    /** Whenever they were written. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Content)) {
            return false;
        }
        Content that = (Content) other;
        return name.equals(that.name) && format.equals(that.format) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes)";
    }
}
