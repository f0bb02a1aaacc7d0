package io.reloadagent.source.format;

import java.util.Arrays;

/**
 * Goes through the logical lines of a properties file, as java.util.Properties defines them: natural lines joined by backslashes, without
 * blank ones and comments. Knows the offset of every character. For one thread.
 */
final class PropertiesLine {

    private final String text;

    /** Of each character of the current line, and at the end of its end. */
    private int[] offsets = new int[256];

    private int length;
    private int offset;

    PropertiesLine(String text) {
        this.text = text;
    }

    /** Goes to the next line; false if there is none. */
    boolean next() {
        length = 0;
        while (offset < text.length()) {
            skipBlanks();
            if (atComment()) {
                skipNaturalLine();
            } else if (offset < text.length() && !atLineBreak()) {
                if (join()) {
                    return true;
                }
            } else {
                skipLineBreak();
            }
        }
        return false;
    }

    int keyOffset() {
        return offsets[0];
    }

    /** Where the value begins; where the line ends if it has none. */
    int valueOffset() {
        int i = 0;
        boolean escaped = false;
        while (i < length && (escaped || !(isSeparator(at(i)) || isBlank(at(i))))) {
            escaped = at(i) == '\\' && !escaped;
            i++;
        }
        boolean separated = false;
        while (i < length && (isBlank(at(i)) || (!separated && isSeparator(at(i))))) {
            separated |= isSeparator(at(i));
            i++;
        }
        return offsets[i];
    }

    /** Of the first backslash with a u and no four digits; of the line if there is none. */
    int badEscapeOffset() {
        for (int i = 0; i + 1 < length; i++) {
            if (at(i) == '\\') {
                if (at(i + 1) == 'u' && !hasFourDigits(i + 2)) {
                    return offsets[i];
                }
                i++;
            }
        }
        return offsets[0];
    }

    private boolean hasFourDigits(int from) {
        for (int i = from; i < from + 4; i++) {
            if (i >= length || Character.digit(at(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Reads natural lines as long as they go on; false if there is nothing in them. */
    private boolean join() {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = readNaturalLine();
            if (goesOn) {
                length--;
                boolean last = offset + 1 >= text.length();
                if (!last) {
                    skipLineBreak();
                    skipBlanks();
                    if (length == 0) {
                        return false;
                    }
                }
                goesOn = !last && offset < text.length();
            }
        }
        add(offset);
        length--;
        return true;
    }

    /** True if it ends in a backslash that is not escaped itself. */
    private boolean readNaturalLine() {
        boolean escaped = false;
        while (offset < text.length() && !atLineBreak()) {
            escaped = text.charAt(offset) == '\\' && !escaped;
            add(offset++);
        }
        return escaped;
    }

    private void add(int where) {
        if (length == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * length);
        }
        offsets[length++] = where;
    }

    private char at(int index) {
        return text.charAt(offsets[index]);
    }

    private boolean atComment() {
        return offset < text.length() && (text.charAt(offset) == '#' || text.charAt(offset) == '!');
    }

    private boolean atLineBreak() {
        return text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
    }

    private void skipBlanks() {
        while (offset < text.length() && isBlank(text.charAt(offset))) {
            offset++;
        }
    }

    private void skipNaturalLine() {
        while (offset < text.length() && !atLineBreak()) {
            offset++;
        }
    }

    private void skipLineBreak() {
        if (offset < text.length()) {
            offset += text.startsWith("\r\n", offset) ? 2 : 1;
        }
    }

    private static boolean isSeparator(char c) {
        return c == '=' || c == ':';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }
}
