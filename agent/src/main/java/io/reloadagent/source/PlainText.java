package io.reloadagent.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The content of a file that is one value. */
public final class PlainText {

    private PlainText() {}

    /**
     * The bytes as UTF-8, without the one line break at the end that editors and {@code echo} put there, and without a byte order mark.
     *
     * @return null if they are not UTF-8, or have a NUL in them
     */
    public static String of(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null; // said by whoever knows what the bytes are
        }
        if (text.indexOf('\0') >= 0) {
            return null;
        }
        return withoutLineBreak(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static String withoutLineBreak(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
