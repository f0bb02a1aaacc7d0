package io.reloadagent.source.format;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;

/** TOML 1.0 and 1.1. */
final class TomlFormat extends TextFormat {

    /** In characters. Its parser takes up to a thousand times as much memory, and the heap is the application's. */
    static final int LONGEST = 256 * 1024;

    TomlFormat() {
        super("toml");
    }

    @Override
    String title() {
        return "TOML";
    }

    @Override
    Branch read(String source, String text) throws SourceException {
        if (text.length() > LONGEST) {
            throw Refusal.at(
                    new Origin(source, 1, 1),
                    "more than " + LONGEST + " characters, the most for TOML; split the file, or write it in YAML");
        }
        return new TomlTree(source, text).read();
    }
}
