package io.reloadagent.bind;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.util.AccessPattern;
import java.io.IOException;

/** Looks at the type of a property when a value for it comes. So an object may have fields that no configuration can set: locks, threads. */
final class LazyDeserializer extends JsonDeserializer<Object> {

    private final JavaType type;

    LazyDeserializer(JavaType type) {
        this.type = type;
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext context) throws IOException {
        NodeParser parser = (NodeParser) p;
        JsonDeserializer<Object> found;
        try {
            found = context.findContextualValueDeserializer(type, null);
        } catch (IOException | RuntimeException | LinkageError e) {
            Failures.throwIfFatal(e);
            return new UnsupportedDeserializer(type.getRawClass()).deserialize(parser, context);
        }
        return found.deserialize(parser, context);
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        Scalar scalar = Scalar.of(type.getRawClass());
        return scalar == null ? null : new ScalarDeserializer(scalar, type.isPrimitive()).getNullValue(context);
    }

    @Override
    public AccessPattern getNullAccessPattern() {
        return AccessPattern.DYNAMIC;
    }
}
