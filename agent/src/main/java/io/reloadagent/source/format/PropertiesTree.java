package io.reloadagent.source.format;

import io.reloadagent.source.Bound;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;

/**
 * Builds the tree of a properties file: one level, keys with their dots. java.util.Properties reads keys and values; our own splitting into
 * lines only says where they stand. For one use by one thread.
 */
final class PropertiesTree {

    private final String source;
    private final String text;
    private final Places places;
    private final Limits limits = new Limits();

    /** With the root, one entry more than the limits allow. */
    private final LoadedProperties loaded = new LoadedProperties(Bound.VALUES.most());

    PropertiesTree(String source, String text) {
        this.source = source;
        this.text = text;
        this.places = new Places(source, text);
    }

    Branch read() throws SourceException {
        boolean whole = load();
        PropertiesLine line = new PropertiesLine(text);
        Origin start = new Origin(source, 1, 1);
        limits.count(1, start);
        Entries entries = new Entries(limits);
        for (int i = 0; i < loaded.size(); i++) {
            if (!line.next()) {
                throw apart(start);
            }
            Origin keyOrigin = places.at(line.keyOffset());
            entries.key(loaded.key(i), keyOrigin);
            Origin origin = places.at(line.valueOffset());
            limits.count(2, origin);
            entries.value(loaded.key(i), new Leaf(origin, loaded.value(i), loaded.value(i)));
        }
        if (!whole) {
            line.next();
            throw Refusal.at(
                    places.at(line.badEscapeOffset()),
                    "an escape needs four hexadecimal digits, as in \\u00e9; write \\\\ for a backslash");
        }
        if (line.next()) {
            throw apart(places.at(line.keyOffset()));
        }
        if (entries.isEmpty()) {
            throw Refusal.empty(source, "remove it from the sources if nothing shall be set");
        }
        return entries.branch(start);
    }

    /** False if it ended at an escape that is none. */
    private boolean load() {
        try {
            loaded.load(new StringReader(text));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("a text has no input errors", e);
        }
    }

    /** Java 8 takes a backslash at the end of a comment for an escape of one at the beginning of the next line. */
    private static SourceException apart(Origin origin) {
        return Refusal.at(
                origin,
                "a line is understood differently by different versions of Java; remove the backslash"
                        + " at the end of a comment");
    }
}
