package io.reloadagent.source.format;

import io.reloadagent.source.Bound;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** The documents of one source, later ones laid over earlier ones. For one use by one thread. */
final class YamlStream {

    /** How many values may be gone through to lay all documents over each other. */
    private static final long MAX_OVERLAID = 10L * Bound.VALUES.most();

    private final String source;
    private final Limits limits = new Limits();
    private long overlaid;

    YamlStream(String source) {
        this.source = source;
    }

    Branch read(String text) throws SourceException {
        refuseControlCharacters(text);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Bound.BYTES.most());
        options.setProcessComments(false);
        StreamReader reader = new StreamReader(text);
        try {
            return read(new ParserImpl(reader, options));
        } catch (MarkedYAMLException e) {
            throw YamlAdvice.of(e, source);
        } catch (YAMLException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refusal.at(
                    YamlAdvice.origin(reader.getMark(), source),
                    "not valid YAML at this place: an escape or a number is not complete");
        }
    }

    private Branch read(Parser parser) throws SourceException {
        Branch all = null;
        parser.getEvent();
        while (!parser.checkEvent(Event.ID.StreamEnd)) {
            Branch document = new YamlTree(source, parser, limits).read();
            if (document != null) {
                all = all == null ? document : overlay(all, document);
            }
        }
        if (all == null) {
            throw Refusal.empty(source, "write {} if nothing shall be set");
        }
        return all;
    }

    private Branch overlay(Branch earlier, Branch later) throws SourceException {
        if (overlaid == 0) {
            refuseCondition(earlier);
        }
        refuseCondition(later);
        overlaid += limits.nodes();
        if (overlaid > MAX_OVERLAID) {
            throw Refusal.at(later.origin(), "too many documents with too many values; split the file");
        }
        return new Document(source, earlier)
                .overlaidBy(new Document(source, later))
                .root();
    }

    /** A Spring application uses such a document or not; laid over the others, it would be used always. */
    private static void refuseCondition(Branch document) throws SourceException {
        Node condition = Path.of("spring.config.activate").find(document);
        Node profiles = condition == null ? Path.of("spring").find(document) : null;
        if (profiles instanceof Branch) {
            Node named = Path.of("profiles").find((Branch) profiles);
            condition = named instanceof Leaf ? named : null;
        }
        if (condition != null) {
            throw Refusal.at(
                    condition.origin(),
                    "this document counts only while a Spring profile is active, which the agent cannot know;"
                            + " move it to a file of its own");
        }
    }

    private void refuseControlCharacters(String text) throws SourceException {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!StreamReader.isPrintable(c)) {
                String message = String.format(
                        "the control character U+%04X cannot stand in YAML; remove it, or escape it in double quotes",
                        c);
                throw Refusal.at(place(text, i), message);
            }
            i += Character.charCount(c);
        }
    }

    private Origin place(String text, int offset) {
        return new Places(source, text).at(offset);
    }
}
