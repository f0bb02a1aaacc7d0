package io.reloadagent.source.format;

import io.reloadagent.source.Origin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the text of an environment file, which goes forward. For one thread. */
final class EnvText {

    private final String text;
    private final Places places;
    private int offset;

    EnvText(String source, String text) {
        this.text = text;
        this.places = new Places(source, text);
    }

    Origin origin() {
        return places.at(offset);
    }

    boolean atEnd() {
        return offset == text.length();
    }

    boolean atLineEnd() {
        return atEnd() || at('\n') || at('\r');
    }

    boolean at(char c) {
        return !atEnd() && text.charAt(offset) == c;
    }

    /** The current character; not at the end. */
    char current() {
        return text.charAt(offset);
    }

    void skip(int count) {
        offset += count;
    }

    /** Skips blanks; false if there are none. */
    boolean skipBlanks() {
        int before = offset;
        while (!atEnd() && isBlank(current())) {
            offset++;
        }
        return offset > before;
    }

    /** Skips blanks and line ends. */
    void skipToContent() {
        while (!atEnd() && (isBlank(current()) || atLineEnd())) {
            offset++;
        }
    }

    /** Skips to the end of the line. */
    void skipLine() {
        while (!atLineEnd()) {
            offset++;
        }
    }

    /** What is left of the line. */
    String takeLine() {
        int start = offset;
        skipLine();
        return text.substring(start, offset);
    }

    /** What of the pattern stands here; empty if nothing. */
    String take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(offset, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        offset = matcher.end();
        return matcher.group();
    }

    /** Whether a blank stood before the line that was just taken. */
    boolean wasBlankBefore(String line) {
        int start = offset - line.length();
        return start > 0 && isBlank(text.charAt(start - 1));
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
