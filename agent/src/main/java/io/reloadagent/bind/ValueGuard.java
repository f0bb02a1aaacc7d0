package io.reloadagent.bind;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;

/** Guards the types of the JDK that Jackson reads from one scalar, such as URI. */
final class ValueGuard extends Guard {

    private static final long serialVersionUID = 1;

    ValueGuard(JsonDeserializer<?> guarded) {
        super(guarded);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> other) {
        return new ValueGuard(other);
    }

    @Override
    boolean admits(NodeParser parser, DeserializationContext context) {
        if (parser.node() instanceof Leaf) {
            return true;
        }
        parser.findings().expected(description(), parser.place(), parser.node());
        return false;
    }

    @Override
    void record(Throwable failure, Findings findings, Place place, Node node) {
        findings.expected(description(), place, node);
    }

    private String description() {
        return "a " + handledType().getName();
    }
}
