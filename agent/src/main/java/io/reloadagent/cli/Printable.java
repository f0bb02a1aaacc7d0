package io.reloadagent.cli;

/** What comes from elsewhere, made fit for a terminal: nothing in it moves the cursor, changes colours or begins a line. */
final class Printable {

    private Printable() {}

    /** The text of something, control characters and the like as escapes such as {@code \n} and {@code \u001b}. */
    static String of(Object value) {
        String text = String.valueOf(value);
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(printable, codePoint));
        return printable.toString();
    }

    private static void append(StringBuilder printable, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE:
                appendEscape(printable, codePoint);
                break;
            default:
                printable.appendCodePoint(codePoint);
        }
    }

    private static void appendEscape(StringBuilder printable, int codePoint) {
        if (codePoint == '\n') {
            printable.append("\\n");
        } else if (codePoint == '\t') {
            printable.append("\\t");
        } else {
            for (char unit : Character.toChars(codePoint)) {
                printable.append(String.format("\\u%04x", (int) unit));
            }
        }
    }
}
