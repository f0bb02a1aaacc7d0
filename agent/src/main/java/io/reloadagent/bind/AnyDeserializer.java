package io.reloadagent.bind;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is declared as Object: scalars as understood, unmodifiable lists and maps. */
final class AnyDeserializer extends JsonDeserializer<Object> {

    @Override
    public Object deserialize(JsonParser p, DeserializationContext context) {
        NodeParser parser = (NodeParser) p;
        Object value = valueOf(parser.node());
        parser.skipChildren();
        return value;
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    private static Object valueOf(Node node) {
        if (node instanceof Leaf) {
            return ((Leaf) node).value();
        }
        if (node instanceof Branch) {
            Map<String, Object> map = new LinkedHashMap<>();
            ((Branch) node).entries().forEach((key, value) -> map.put(key, valueOf(value)));
            return Collections.unmodifiableMap(map);
        }
        List<Object> list = new ArrayList<>();
        ((Sequence) node).items().forEach(item -> list.add(valueOf(item)));
        return Collections.unmodifiableList(list);
    }
}
