package io.reloadagent.source.format;

import io.reloadagent.source.Origin;

/**
 * Tells line and column of an offset in a text. Quick as long as each offset asked for is beyond the one before. A line ends at {@code \n},
 * {@code \r\n} or {@code \r}; columns are code points. For one thread.
 */
final class Places {

    private final String source;
    private final String text;
    private int offset;
    private int line = 1;
    private int column = 1;

    Places(String source, String text) {
        this.source = source;
        this.text = text;
    }

    /** @param target an offset in characters; one beyond the text is its end */
    Origin at(int target) {
        int end = Math.min(target, text.length());
        if (end < offset) {
            offset = 0;
            line = 1;
            column = 1;
        }
        while (offset < end) {
            step(text.charAt(offset++));
        }
        return new Origin(source, line, column);
    }

    private void step(char c) {
        boolean lineFeedFollows = c == '\r' && offset < text.length() && text.charAt(offset) == '\n';
        if (c == '\n' || (c == '\r' && !lineFeedFollows)) {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate(c) || offset < 2 || !Character.isHighSurrogate(text.charAt(offset - 2))) {
            column++;
        }
    }
}
