package io.reloadagent.bind;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import io.reloadagent.source.Leaf;
import java.io.IOException;

/** Reads a class of the application by its {@link TextFactory} from a scalar, and as an object with properties from a mapping. */
final class TextFirst extends DelegatingDeserializer {

    private static final long serialVersionUID = 1;

    private final transient TextFactory factory;

    TextFirst(JsonDeserializer<?> other, TextFactory factory) {
        super(other);
        this.factory = factory;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> other) {
        return new TextFirst(other, factory);
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext context) throws IOException {
        NodeParser parser = (NodeParser) p;
        if (!(parser.node() instanceof Leaf)) {
            return _delegatee.deserialize(parser, context);
        }
        try {
            return made(parser, ((Leaf) parser.node()).text());
        } catch (ReflectiveOperationException | LinkageError e) {
            Failures.throwIfFatal(e);
            parser.findings().refused(Failures.cause(e), parser.place(), parser.node());
            return null;
        }
    }

    private Object made(NodeParser parser, String text) throws ReflectiveOperationException {
        Object value = factory.make(text);
        if (value == null) {
            String what = "a text that " + handledType().getName() + " can be made of";
            parser.findings().expected(what, parser.place(), parser.node());
        }
        return value;
    }
}
