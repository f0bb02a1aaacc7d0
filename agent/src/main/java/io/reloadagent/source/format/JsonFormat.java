package io.reloadagent.source.format;

import io.reloadagent.source.Branch;
import io.reloadagent.source.SourceException;

/** JSON as RFC 8259 has it: no comments, no trailing commas. */
final class JsonFormat extends TextFormat {

    JsonFormat() {
        super("json");
    }

    @Override
    String title() {
        return "JSON";
    }

    @Override
    Branch read(String source, String text) throws SourceException {
        return new JsonTree(source, text).read();
    }
}
