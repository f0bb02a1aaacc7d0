package io.reloadagent.bind;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;

/** Refuses any value for types that cannot come from a configuration. */
final class UnsupportedDeserializer extends JsonDeserializer<Object> {

    private final Class<?> type;

    UnsupportedDeserializer(Class<?> type) {
        this.type = type;
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext context) {
        NodeParser parser = (NodeParser) p;
        String message = "the type " + type.getName() + " cannot be set from a configuration";
        parser.findings().add(parser.node().origin(), parser.place(), message);
        parser.skipChildren();
        return null;
    }

    @Override
    public boolean isCachable() {
        return true;
    }
}
