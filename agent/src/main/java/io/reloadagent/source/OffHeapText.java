package io.reloadagent.source;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

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
     * @param bytes a direct buffer, which is handed over
     * @return null if they are not UTF-8, or have a NUL in them
     */
    static OffHeapText of(ByteBuffer bytes) {
        if (!isText(bytes)) {
            return null;
        }
        Buffer text = bytes; // by the superclass's methods: those of ByteBuffer itself came with Java 9
        text.position(startsWithMark(bytes) ? 3 : 0);
        text.limit(withoutLineBreak(bytes));
        return new OffHeapText(bytes.slice());
    }

    private static boolean isText(ByteBuffer bytes) {
        CharBuffer room =
                ByteBuffer.allocateDirect(bytes.remaining() * Character.BYTES).asCharBuffer();
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate(), room, true);
        for (int i = 0; i < bytes.limit(); i++) {
            if (bytes.get(i) == 0) {
                return false;
            }
        }
        return !result.isError();
    }

    private static boolean startsWithMark(ByteBuffer bytes) {
        return bytes.limit() >= 3
                && bytes.get(0) == (byte) 0xEF
                && bytes.get(1) == (byte) 0xBB
                && bytes.get(2) == (byte) 0xBF;
    }

    private static int withoutLineBreak(ByteBuffer bytes) {
        int begin = bytes.position();
        int end = bytes.limit();
        if (end > begin && bytes.get(end - 1) == '\n') {
            end--;
            return end > begin && bytes.get(end - 1) == '\r' ? end - 1 : end;
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
