package io.reloadagent.instrument;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** Some names, to be found in class files without decoding these. Immutable. */
final class Texts {

    /** By their lengths. */
    private final byte[][][] texts;

    /** Takes the names. */
    Texts(Collection<String> names) {
        int longest = 0;
        for (String name : names) {
            longest = Math.max(longest, bytes(name).length);
        }
        texts = new byte[longest + 1][][];
        for (String name : names) {
            add(bytes(name));
        }
    }

    /** As class files have it, for all characters but NUL and those beyond 16 bits, which no name has that anyone writes. */
    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    private void add(byte[] text) {
        byte[][] before = texts[text.length] == null ? new byte[0][] : texts[text.length];
        byte[][] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = text;
        texts[text.length] = after;
    }

    /** Whether one of them stands at an offset, in {@code length} bytes. */
    boolean contain(ClassBytes bytes, int offset, int length) {
        if (length >= texts.length || texts[length] == null) {
            return false;
        }
        for (byte[] text : texts[length]) {
            if (bytes.isAt(offset, length, text)) {
                return true;
            }
        }
        return false;
    }
}
