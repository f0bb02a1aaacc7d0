package io.reloadagent.source.format;

import io.reloadagent.source.Content;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes a source as UTF-8. What is not UTF-8 is refused with its byte offset, never replaced. */
final class Utf8Text {

    private final Content content;
    private final byte[] bytes;

    private Utf8Text(Content content) {
        this.content = content;
        this.bytes = new byte[content.size()];
        content.bytes().get(bytes);
    }

    /** The text without the byte order mark. */
    static String of(Content content) throws SourceException {
        return new Utf8Text(content).decode();
    }

    private String decode() throws SourceException {
        if (startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE)) {
            throw refused(0, "begins with a UTF-16 byte order mark (byte offset 0); save the file as UTF-8");
        }
        int start = startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
        for (int offset = start; offset < bytes.length; offset++) {
            if (bytes[offset] == 0) {
                throw refused(offset, "has a NUL at byte offset " + offset + "; save the file as UTF-8 text");
            }
        }
        return decodeFrom(start);
    }

    private String decodeFrom(int start) throws SourceException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length - start);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int offset = in.position();
            throw refused(offset, "is not UTF-8 at byte offset " + offset + "; save the file as UTF-8");
        }
        out.flip();
        return out.toString();
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private SourceException refused(int offset, String message) {
        return new SourceException(SourceException.Kind.INVALID, new Problem(originOf(offset), null, message));
    }

    private Origin originOf(int offset) {
        int line = 1;
        int column = 1;
        for (int i = startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
                column = 1;
            } else if ((bytes[i] & 0xC0) != 0x80) {
                column++;
            }
        }
        return new Origin(content.name(), line, column);
    }
}
