package io.reloadagent.source.format;

import io.reloadagent.source.Bound;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Content;
import io.reloadagent.source.Document;
import io.reloadagent.source.Format;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;

/**
 * What all formats have in common: a text in UTF-8, limits, and no failure but a {@link SourceException}. A subclass names no class of
 * its library, so that only who uses a format loads it.
 */
abstract class TextFormat implements Format {

    private final String name;

    TextFormat(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Document parse(Content content) throws SourceException {
        Origin start = new Origin(content.name(), 1, 1);
        if (content.size() > Bound.BYTES.most()) {
            throw Refusal.at(start, "larger than " + Bound.BYTES + "; split it");
        }
        String text = decode(content);
        try {
            return new Document(content.name(), read(content.name(), text));
        } catch (RuntimeException e) {
            throw Refusal.at(start, "not valid " + title() + ", at an unknown place");
        } catch (StackOverflowError e) {
            throw Refusal.at(start, "nested too deeply to be read");
        }
    }

    String decode(Content content) throws SourceException {
        return new Utf8Text(content, "save the file as UTF-8").decode();
    }

    /** As people write it in a sentence: "YAML". */
    abstract String title();

    /**
     * @param source what people know it by
     * @param text without the byte order mark
     */
    abstract Branch read(String source, String text) throws SourceException;

    @Override
    public final String toString() {
        return name;
    }
}
