package io.reloadagent.bind;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.lang.reflect.Modifier;

/** Refuses any value for types that cannot come from a configuration. */
final class UnsupportedDeserializer extends JsonDeserializer<Object> {

    private final Class<?> type;

    UnsupportedDeserializer(Class<?> type) {
        this.type = type;
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext context) {
        NodeParser parser = (NodeParser) p;
        parser.findings().add(parser.node().origin(), parser.place(), refusal(type));
        parser.skipChildren();
        return null;
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    /** Why no value of the type can be made, as far as that can be said. */
    static String refusal(Class<?> type) {
        String refusal = "the type " + type.getName() + " cannot be set from a configuration";
        if (JdkTypes.isOfJdk(type)) {
            return refusal;
        }
        return Modifier.isAbstract(type.getModifiers())
                ? refusal + ": it is " + (type.isInterface() ? "an interface" : "abstract")
                        + ", and nothing says which class to make" + advice(type)
                : refusal + advice(type);
    }

    /** The end of a sentence on a type of the application. */
    static String advice(Class<?> type) {
        return "; register a converter for it: ReloadAgent.convert(" + type.getSimpleName() + ".class, ...)";
    }
}
