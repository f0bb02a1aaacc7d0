package io.reloadagent.bind;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
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
        return value == null ? context.handleWeirdKey(type, key, scalar.description()) : value;
    }
}
