package io.reloadagent.bind;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import java.io.IOException;

/** Reads the keys of maps as the scalars that they are declared to be. */
final class ScalarKeys extends KeyDeserializer {

    private final Class<?> type;
    private final Scalar scalar;

    ScalarKeys(Class<?> type, Scalar scalar) {
        this.type = type;
        this.scalar = scalar;
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        NodeParser parser = (NodeParser) context.getParser();
        Object value = scalar.read(new Leaf(parser.node().origin(), key, key));
        if (value == null) {
            return context.handleWeirdKey(type, key, scalar.description());
        }
        refuseSecond(key, value, parser);
        return value;
    }

    /** Two keys of the document may be one of the map, as {@code 1} and {@code 01}: one of their values would be lost. */
    private static void refuseSecond(String key, Object value, NodeParser parser) {
        NodeCursor cursor = parser.cursor();
        String first = cursor.claim(value, key);
        if (first != null) {
            Branch branch = (Branch) cursor.container();
            Findings findings = parser.findings();
            findings.add(
                    branch.keyOrigin(key),
                    parser.place(),
                    "the same key as " + findings.shownKey(first, cursor.place().key(first)) + " at "
                            + branch.keyOrigin(first) + "; leave out one of them");
        }
    }
}
