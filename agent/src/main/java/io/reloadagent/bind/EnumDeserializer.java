package io.reloadagent.bind;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import io.reloadagent.source.Leaf;

/** Reads the constant of an enum from the text as written, so that {@code off} finds OFF although YAML takes it for false. */
final class EnumDeserializer extends JsonDeserializer<Object> {

    private final EnumNames names;

    EnumDeserializer(Class<?> type) {
        this.names = new EnumNames(type);
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext context) {
        NodeParser parser = (NodeParser) p;
        try {
            Object constant = parser.node() instanceof Leaf ? names.find(((Leaf) parser.node()).text()) : null;
            if (constant == null && !Scalar.isNothing(parser.node())) {
                parser.findings().expected(names.description(), parser.place(), parser.node());
            }
            parser.skipChildren();
            return constant;
        } catch (LinkageError e) {
            parser.findings().refused(Failures.cause(e), parser.place(), parser.node());
            parser.skipChildren();
            return null;
        }
    }

    @Override
    public boolean isCachable() {
        return true;
    }
}
