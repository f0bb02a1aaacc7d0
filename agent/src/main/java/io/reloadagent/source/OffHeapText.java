package io.reloadagent.source;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text that is kept outside of the heap, for it may be a secret: no heap dump has it, unless somebody asks for it. Immutable. */
final class OffHeapText {

    /** Read at absolute positions, or as a duplicate. */
    private final ByteBuffer utf8;

    private OffHeapText(ByteBuffer utf8) {
        this.utf8 = utf8;
    }

    /**
     * The content of a file that is one value, as {@link PlainText} has it.
     *
     * @param bytes are overwritten
     * @return null if they are not UTF-8, or have a NUL in them
     */
    static OffHeapText of(byte[] bytes) {
        try {
            if (!isText(bytes)) {
                return null;
            }
            int begin = startsWithMark(bytes) ? 3 : 0;
            int end = withoutLineBreak(bytes, begin);
            ByteBuffer copy = ByteBuffer.allocateDirect(end - begin);
            copy.put(bytes, begin, end - begin);
            ((Buffer) copy).flip(); // by the superclass's method: that of ByteBuffer itself came with Java 9
            return new OffHeapText(copy);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static boolean isText(byte[] bytes) {
        char[] room = new char[bytes.length];
        try {
            CoderResult result =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), CharBuffer.wrap(room), true);
            if (result.isError()) {
                return false;
            }
            for (byte each : bytes) {
                if (each == 0) {
                    return false;
                }
            }
            return true;
        } finally {
            Arrays.fill(room, '\0');
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private static int withoutLineBreak(byte[] bytes, int begin) {
        int end = bytes.length;
        if (end > begin && bytes[end - 1] == '\n') {
            end--;
            return end > begin && bytes[end - 1] == '\r' ? end - 1 : end;
        }
        return end;
    }

    /** The text, read-only; each call gives a buffer of its own. */
    ByteBuffer utf8() {
        return utf8.asReadOnlyBuffer();
    }

    boolean isEmpty() {
        return utf8.limit() == 0;
    }

    /** A copy in the heap. */
    @Override
    public String toString() {
        return StandardCharsets.UTF_8.decode(utf8.duplicate()).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OffHeapText && utf8.equals(((OffHeapText) other).utf8);
    }

    @Override
    public int hashCode() {
        return utf8.hashCode();
    }
}
