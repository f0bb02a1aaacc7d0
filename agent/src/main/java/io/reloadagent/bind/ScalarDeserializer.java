package io.reloadagent.bind;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.util.AccessPattern;
import io.reloadagent.source.Leaf;

/** Reads a {@link Scalar} and records what is none. */
final class ScalarDeserializer extends JsonDeserializer<Object> {

    private final Scalar scalar;
    private final boolean primitive;

    ScalarDeserializer(Scalar scalar, boolean primitive) {
        this.scalar = scalar;
        this.primitive = primitive;
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext context) {
        NodeParser parser = (NodeParser) p;
        try {
            Object value = parser.node() instanceof Leaf ? scalar.read((Leaf) parser.node()) : null;
            return value != null || (!primitive && Scalar.isNothing(parser.node())) ? value : refuse(parser);
        } catch (RuntimeException | LinkageError | StackOverflowError e) { // of the application's converter, or enum
            parser.findings().refused(Failures.cause(e), parser.place(), parser.node());
            return null;
        }
    }

    /** What Jackson asks for instead where it finds null. */
    @Override
    public Object getNullValue(DeserializationContext context) {
        return primitive ? refuse((NodeParser) context.getParser()) : null;
    }

    /** What Jackson asks for where a record gets nothing; {@link BeanGuard} has seen to primitives. */
    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return primitive ? scalar.placeholder() : null;
    }

    @Override
    public AccessPattern getNullAccessPattern() {
        return AccessPattern.DYNAMIC;
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    private Object refuse(NodeParser parser) {
        parser.findings().expected(scalar.description(parser.node()), parser.place(), parser.node());
        parser.skipChildren();
        return primitive ? scalar.placeholder() : null;
    }
}
