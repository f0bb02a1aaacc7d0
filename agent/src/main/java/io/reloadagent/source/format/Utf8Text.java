package io.reloadagent.source.format;

import io.reloadagent.source.Content;
import io.reloadagent.source.SourceException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes a source as UTF-8. What is not UTF-8 is refused with its byte offset, never replaced. */
final class Utf8Text {

    private final String source;
    private final SourceBytes bytes;
    private final String advice;

    /** @param advice what to do if it is another encoding */
    Utf8Text(Content content, String advice) {
        this.source = content.name();
        this.bytes = new SourceBytes(content);
        this.advice = advice;
    }

    /** The text without the byte order mark. */
    String decode() throws SourceException {
        bytes.refuseUtf16();
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = bytes.withoutMark();
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        SourceBytes.refuseNul(text, source, bytes.markLength(), StandardCharsets.UTF_8);
        if (result.isError()) {
            throw Refusal.at(
                    new Places(source, text).at(text.length()),
                    "is not UTF-8 at byte offset " + in.position() + "; " + advice);
        }
        return text;
    }
}
