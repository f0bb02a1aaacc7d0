package io.reloadagent.source.format;

import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;

/** Reads what stands in quotes; it may span lines. */
final class EnvQuotes {

    private EnvQuotes() {}

    /** In single quotes, everything is as written. */
    static String takeSingle(EnvText text) throws SourceException {
        Origin start = text.origin();
        StringBuilder value = new StringBuilder();
        text.skip(1);
        while (!text.at('\'')) {
            append(text, start, value);
        }
        text.skip(1);
        return value.toString();
    }

    /** In double quotes, a backslash escapes. */
    static String takeDouble(EnvText text) throws SourceException {
        Origin start = text.origin();
        StringBuilder value = new StringBuilder();
        text.skip(1);
        while (!text.at('"')) {
            if (text.at('\\')) {
                escape(text, start, value);
            } else {
                append(text, start, value);
            }
        }
        text.skip(1);
        return value.toString();
    }

    /** An unknown escape stays as written, backslash included; a line break after a backslash is none. */
    private static void escape(EnvText text, Origin start, StringBuilder value) throws SourceException {
        text.skip(1);
        if (text.atEnd()) {
            throw open(start);
        }
        char c = text.current();
        int simple = "nrt".indexOf(c);
        if (simple >= 0) {
            value.append("\n\r\t".charAt(simple));
            text.skip(1);
        } else if ("\"\\$`".indexOf(c) >= 0) {
            value.append(c);
            text.skip(1);
        } else if (text.atLineEnd()) {
            skipLineBreak(text);
        } else {
            value.append('\\');
        }
    }

    /** Line breaks within quotes become \n, whatever the file has. */
    private static void append(EnvText text, Origin start, StringBuilder value) throws SourceException {
        if (text.atEnd()) {
            throw open(start);
        }
        if (text.atLineEnd()) {
            skipLineBreak(text);
            value.append('\n');
        } else {
            value.append(text.current());
            text.skip(1);
        }
    }

    private static void skipLineBreak(EnvText text) {
        boolean carriageReturn = text.at('\r');
        text.skip(1);
        if (carriageReturn && text.at('\n')) {
            text.skip(1);
        }
    }

    private static SourceException open(Origin start) {
        return Refusal.at(start, "the quote that opens here is never closed");
    }
}
