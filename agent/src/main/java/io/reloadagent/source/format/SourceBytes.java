package io.reloadagent.source.format;

import io.reloadagent.source.Content;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/** The bytes of a source, and what no text of any encoding can have. */
final class SourceBytes {

    private static final int[] UTF_8 = {0xEF, 0xBB, 0xBF};
    private static final int[] UTF_16_BIG = {0xFE, 0xFF};
    private static final int[] UTF_16_LITTLE = {0xFF, 0xFE};

    private final String source;
    private final ByteBuffer bytes;

    SourceBytes(Content content) {
        this.source = content.name();
        this.bytes = content.bytes();
    }

    void refuseUtf16() throws SourceException {
        if (startsWith(UTF_16_BIG) || startsWith(UTF_16_LITTLE)) {
            throw Refusal.at(
                    new Origin(source, 1, 1),
                    "begins with a UTF-16 byte order mark (byte offset 0); save the file as UTF-8");
        }
    }

    /** Of the UTF-8 byte order mark; 0 if there is none. */
    int markLength() {
        return startsWith(UTF_8) ? UTF_8.length : 0;
    }

    ByteBuffer withoutMark() {
        ByteBuffer rest = bytes.duplicate();
        skip(rest, markLength());
        return rest;
    }

    /** @param offset where the text begins, in bytes */
    static void refuseNul(String text, String source, int offset, Charset charset) throws SourceException {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            int at = offset + text.substring(0, nul).getBytes(charset).length;
            throw Refusal.at(
                    new Places(source, text).at(nul),
                    "has a NUL at byte offset " + at + "; save the file as UTF-8 text");
        }
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.limit() || (bytes.get(i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** As a Buffer: with Java 8 its methods return no ByteBuffer yet. */
    private static void skip(Buffer buffer, int count) {
        buffer.position(count);
    }
}
