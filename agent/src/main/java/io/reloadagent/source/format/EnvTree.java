package io.reloadagent.source.format;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;
import java.util.regex.Pattern;

/** Builds the tree of an environment file: one level, every value a text. For one use by one thread. */
final class EnvTree {

    private static final Pattern EXPORT = Pattern.compile("export[ \\t]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*+");

    private final String source;
    private final EnvText text;
    private final Limits limits = new Limits();
    private final Entries entries = new Entries(limits);

    EnvTree(String source, String text) {
        this.source = source;
        this.text = new EnvText(source, text);
    }

    Branch read() throws SourceException {
        Origin start = new Origin(source, 1, 1);
        limits.count(1, start);
        for (text.skipToContent(); !text.atEnd(); text.skipToContent()) {
            if (text.at('#')) {
                text.skipLine();
            } else {
                entry();
            }
        }
        if (entries.isEmpty()) {
            throw Refusal.empty(source, "remove it from the sources if nothing shall be set");
        }
        return entries.branch(start);
    }

    private void entry() throws SourceException {
        text.take(EXPORT);
        Origin keyOrigin = text.origin();
        String key = text.take(NAME);
        if (key.isEmpty()) {
            throw Refusal.at(
                    keyOrigin,
                    "a line is KEY=value: a name of letters, digits, '_', '.' and '-' is expected here; a comment begins with '#'");
        }
        if (!text.at('=')) {
            throw Refusal.at(text.origin(), "a '=' must follow the name at once");
        }
        entries.key(key, keyOrigin);
        text.skip(1);
        text.skipBlanks();
        Origin origin = text.origin();
        limits.count(2, origin);
        String value = value(origin);
        entries.value(key, new Leaf(origin, value, value));
    }

    private String value(Origin origin) throws SourceException {
        if (!text.at('\'') && !text.at('"')) {
            return unquoted(origin);
        }
        String value = text.at('"') ? EnvQuotes.takeDouble(text) : EnvQuotes.takeSingle(text);
        boolean blank = text.skipBlanks();
        if (text.at('#') && blank) {
            text.skipLine();
        } else if (!text.atLineEnd()) {
            throw Refusal.at(text.origin(), "nothing but a comment can follow the closing quote");
        }
        return value;
    }

    /** To the end of the line, or to a blank and a #. */
    private String unquoted(Origin origin) throws SourceException {
        String line = text.takeLine();
        int end = line.startsWith("#") && text.wasBlankBefore(line) ? 0 : line.length();
        for (int i = 1; i < end; i++) {
            if (line.charAt(i) == '#' && EnvText.isBlank(line.charAt(i - 1))) {
                end = i;
            }
        }
        if (end == line.length() && line.endsWith("\\")) {
            throw Refusal.at(
                    origin,
                    "a backslash at the end of a line is understood differently everywhere; put the value in quotes");
        }
        while (end > 0 && EnvText.isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end);
    }
}
