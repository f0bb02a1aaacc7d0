package io.reloadagent.bind;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import io.reloadagent.source.Node;

/** Guards lists, sets and maps, and makes those that are declared by an interface unmodifiable. */
final class ContainerGuard extends Guard {

    private static final long serialVersionUID = 1;

    private final Class<?> declared;
    private final JsonToken start;

    private ContainerGuard(JsonDeserializer<?> guarded, Class<?> declared, JsonToken start) {
        super(guarded);
        this.declared = declared;
        this.start = start;
    }

    static ContainerGuard ofCollection(JsonDeserializer<?> guarded, Class<?> declared) {
        return new ContainerGuard(guarded, declared, JsonToken.START_ARRAY);
    }

    static ContainerGuard ofMap(JsonDeserializer<?> guarded, Class<?> declared) {
        return new ContainerGuard(guarded, declared, JsonToken.START_OBJECT);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> other) {
        return new ContainerGuard(other, declared, start);
    }

    @Override
    boolean admits(NodeParser parser, DeserializationContext context) {
        if (parser.hasToken(start)) {
            return true;
        }
        String what = start == JsonToken.START_ARRAY ? "a list" : "a mapping of keys to values";
        parser.findings().expected(what, parser.place(), parser.node());
        return false;
    }

    @Override
    Object finish(Object value) {
        return Containers.unmodifiable(value, declared);
    }

    @Override
    void record(Throwable failure, Findings findings, Place place, Node node) {
        Throwable cause = Failures.cause(failure);
        if (Failures.isOfJackson(cause)) {
            findings.add(node.origin(), place, "no " + declared.getName() + " can be made of this");
        } else {
            findings.refused(cause, place, node);
        }
    }
}
