package io.reloadagent.source;

/** Shows a text from a source within a message: in quotes, in one line, shortened. */
public final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    /** The text in single quotes, control characters and line breaks escaped, cut off after 60 characters. */
    public static String of(String text) {
        return "'" + oneLine(text, LONGEST) + "'";
    }

    /** The text without quotes, control characters and line breaks escaped, cut off after so many characters. */
    public static String oneLine(String text, int longest) {
        boolean tooLong = text.codePointCount(0, text.length()) > longest;
        int end = tooLong ? text.offsetByCodePoints(0, longest) : text.length();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
            append(text.codePointAt(i), line);
        }
        return tooLong ? line + "..." : line.toString();
    }

    private static void append(int c, StringBuilder line) {
        int type = Character.getType(c);
        if (type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR) {
            line.append(String.format("\\u%04x", c));
        } else {
            line.appendCodePoint(c);
        }
    }
}
