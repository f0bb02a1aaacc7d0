package io.reloadagent.source.format;

import io.reloadagent.source.Branch;
import io.reloadagent.source.SourceException;

/** YAML 1.1, a stream of one document or several, without ever making an object of a class that a document names. */
final class YamlFormat extends TextFormat {

    YamlFormat() {
        super("yaml");
    }

    @Override
    String title() {
        return "YAML";
    }

    @Override
    Branch read(String source, String text) throws SourceException {
        return new YamlStream(source).read(text);
    }
}
