package io.reloadagent.source.format;

import io.reloadagent.source.Bound;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;

/** TOML 1.0 and 1.1. */
final class TomlFormat extends TextFormat {

    /** Its parser takes up to a thousand times as much memory, and the heap is the application's. */
    static final Bound LONGEST = Bound.of(256 * 1024, 2048, "characters");

    TomlFormat() {
        super("toml");
    }

    @Override
    String title() {
        return "TOML";
    }

    @Override
    Branch read(String source, String text) throws SourceException {
        if (text.length() > LONGEST.most()) {
            throw Refusal.at(
                    new Origin(source, 1, 1),
                    "more than " + LONGEST + "; TOML takes much memory; split the file, or write it in YAML");
        }
        return new TomlTree(source, text).read();
    }
}
