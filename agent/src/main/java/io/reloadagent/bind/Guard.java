package io.reloadagent.bind;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import io.reloadagent.source.Node;
import java.io.IOException;

/**
 * Stands before one of Jackson's deserializers: refuses what has the wrong shape in our words, and turns what is thrown behind it into
 * a problem, so that the conversion goes on with the next value.
 */
abstract class Guard extends DelegatingDeserializer {

    private static final long serialVersionUID = 1;

    Guard(JsonDeserializer<?> guarded) {
        super(guarded);
    }

    @Override
    public final Object deserialize(JsonParser p, DeserializationContext context) throws IOException {
        NodeParser parser = (NodeParser) p;
        Node node = parser.node();
        Place place = parser.place();
        NodeCursor inside =
                parser.isExpectedStartObjectToken() || parser.isExpectedStartArrayToken() ? parser.cursor() : null;
        int before = parser.findings().count();
        try {
            if (admits(parser, context)) {
                return finish(_delegatee.deserialize(parser, context));
            }
        } catch (Throwable e) {
            Failures.throwIfFatal(e);
            // What is wrong inside is known already; that the whole does not work either is no news.
            if (parser.findings().count() == before) {
                record(e, parser.findings(), place, node);
            }
        }
        if (inside != null) {
            parser.leave(inside);
        }
        return null;
    }

    /** False, with the problem recorded, if the value need not be tried. */
    abstract boolean admits(NodeParser parser, DeserializationContext context) throws IOException;

    /** What to make of the value in the end. */
    Object finish(Object value) {
        return value;
    }

    abstract void record(Throwable failure, Findings findings, Place place, Node node);
}
