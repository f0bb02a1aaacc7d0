package io.reloadagent.source.format;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Content;
import io.reloadagent.source.SourceException;

/** The format of java.util.Properties, in one of two encodings. */
final class PropertiesFormat extends TextFormat {

    private static final String LATIN_1 = "properties-latin1";

    private final boolean latin1;

    private PropertiesFormat(String name, boolean latin1) {
        super(name);
        this.latin1 = latin1;
    }

    static PropertiesFormat utf8() {
        return new PropertiesFormat("properties", false);
    }

    static PropertiesFormat latin1() {
        return new PropertiesFormat(LATIN_1, true);
    }

    @Override
    String title() {
        return "a properties file";
    }

    @Override
    String decode(Content content) throws SourceException {
        return latin1
                ? Latin1Text.of(content)
                : new Utf8Text(content, "save the file as UTF-8, or choose ISO-8859-1 by 'format: " + LATIN_1 + "'")
                        .decode();
    }

    @Override
    Branch read(String source, String text) throws SourceException {
        return new PropertiesTree(source, text).read();
    }
}
