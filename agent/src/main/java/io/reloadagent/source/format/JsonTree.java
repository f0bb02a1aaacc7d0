package io.reloadagent.source.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.reloadagent.source.Bound;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Sequence;
import io.reloadagent.source.SourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Builds the tree of a JSON text from Jackson's tokens. For one use by one thread. */
final class JsonTree {

    /** Keeps nothing of what it has read: no buffers in threads, no interned keys. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * Limits.MAX_DEPTH)
                    .maxNumberLength(Limits.LONGEST_NUMBER)
                    .maxNameLength(Bound.BYTES.most())
                    .maxStringLength(Bound.BYTES.most())
                    .build())
            .build();

    private final String source;
    private final String text;
    private final Places places;
    private final Limits limits = new Limits();

    JsonTree(String source, String text) {
        this.source = source;
        this.text = text;
        this.places = new Places(source, text);
    }

    Branch read() throws SourceException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw Refusal.empty(source, "write {} if nothing shall be set");
            }
            Node root = node(parser, 1);
            if (!(root instanceof Branch)) {
                throw Refusal.notAMapping(root.origin(), root.kind());
            }
            if (parser.nextToken() != null) {
                throw Refusal.at(origin(parser), "not valid JSON: nothing can follow the document; remove it");
            }
            return (Branch) root;
        } catch (JsonProcessingException e) {
            throw JsonAdvice.of(e, places);
        } catch (IOException e) {
            throw new UncheckedIOException("a text has no input errors", e);
        }
    }

    /** The node that the current token begins. */
    private Node node(JsonParser parser, int depth) throws IOException, SourceException {
        Origin origin = origin(parser);
        limits.count(depth, origin);
        switch (parser.currentToken()) {
            case START_OBJECT:
                return branch(parser, origin, depth);
            case START_ARRAY:
                return sequence(parser, origin, depth);
            default:
                return new Leaf(origin, parser.getText(), value(parser));
        }
    }

    private Branch branch(JsonParser parser, Origin origin, int depth) throws IOException, SourceException {
        Entries entries = new Entries(limits);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            entries.key(key, origin(parser));
            parser.nextToken();
            entries.value(key, node(parser, depth + 1));
        }
        return entries.branch(origin);
    }

    private Sequence sequence(JsonParser parser, Origin origin, int depth) throws IOException, SourceException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, depth + 1));
        }
        return new Sequence(origin, items);
    }

    private static Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case VALUE_NULL:
                return null;
            case VALUE_TRUE:
                return true;
            case VALUE_FALSE:
                return false;
            case VALUE_NUMBER_INT:
                return parser.getNumberValue();
            case VALUE_NUMBER_FLOAT:
                return parser.getDoubleValue();
            default:
                return parser.getText();
        }
    }

    private Origin origin(JsonParser parser) {
        return places.at((int) parser.currentTokenLocation().getCharOffset());
    }
}
