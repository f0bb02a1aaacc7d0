package io.reloadagent.source.format;

import io.reloadagent.source.Content;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;
import java.nio.charset.StandardCharsets;

/** Decodes a source as ISO-8859-1. Refuses what tells by its byte order mark that it is something else. */
final class Latin1Text {

    private Latin1Text() {}

    static String of(Content content) throws SourceException {
        SourceBytes bytes = new SourceBytes(content);
        bytes.refuseUtf16();
        if (bytes.markLength() > 0) {
            throw Refusal.at(
                    new Origin(content.name(), 1, 1),
                    "begins with a UTF-8 byte order mark (byte offset 0); choose 'format: properties', which is UTF-8");
        }
        String text = StandardCharsets.ISO_8859_1.decode(bytes.withoutMark()).toString();
        SourceBytes.refuseNul(text, content.name(), 0, StandardCharsets.ISO_8859_1);
        return text;
    }
}
