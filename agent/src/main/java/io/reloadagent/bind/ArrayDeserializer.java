package io.reloadagent.bind;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Reads arrays of primitives and of objects, each item as its type is read elsewhere. */
final class ArrayDeserializer extends JsonDeserializer<Object> {

    private final JavaType itemType;

    ArrayDeserializer(JavaType itemType) {
        this.itemType = itemType;
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext context) throws IOException {
        NodeParser parser = (NodeParser) p;
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            parser.findings().expected("a list", parser.place(), parser.node());
            parser.skipChildren();
            return null;
        }
        JsonDeserializer<Object> reader = context.findContextualValueDeserializer(itemType, null);
        List<Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            boolean absent = token == JsonToken.VALUE_NULL;
            items.add(absent ? reader.getNullValue(context) : reader.deserialize(parser, context));
        }
        return arrayOf(items);
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    private Object arrayOf(List<Object> items) {
        Object array = Array.newInstance(itemType.getRawClass(), items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, items.get(i));
        }
        return array;
    }
}
