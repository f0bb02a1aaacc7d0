package io.reloadagent.source.schema;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SimpleType;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Sequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of our nodes, as the validator wants to see it. For one thread. */
final class SchemaNode implements JsonNode {

    private final Node node;
    private final String pointer;

    /** Made when first asked for. */
    private List<JsonNode> items;

    /** Made when first asked for. */
    private Map<String, JsonNode> entries;

    SchemaNode(Node node, String pointer) {
        this.node = node;
        this.pointer = pointer;
    }

    @Override
    public String getJsonPointer() {
        return pointer;
    }

    @Override
    public SimpleType getNodeType() {
        if (node instanceof Branch) {
            return SimpleType.OBJECT;
        }
        if (node instanceof Sequence) {
            return SimpleType.ARRAY;
        }
        Object value = value();
        if (value == null) {
            return SimpleType.NULL;
        }
        if (value instanceof Boolean) {
            return SimpleType.BOOLEAN;
        }
        if (value instanceof Double) {
            return isWhole((Double) value) ? SimpleType.INTEGER : SimpleType.NUMBER;
        }
        return value instanceof Number ? SimpleType.INTEGER : SimpleType.STRING;
    }

    private static boolean isWhole(double value) {
        return !Double.isInfinite(value) && value == Math.rint(value);
    }

    @Override
    public boolean asBoolean() {
        return (Boolean) value();
    }

    @Override
    public String asString() {
        return ((Leaf) node).text();
    }

    @Override
    public BigInteger asInteger() {
        return asNumber().toBigInteger();
    }

    /** JSON has neither infinities nor NaN: these count as the largest number there is, and zero. */
    @Override
    public BigDecimal asNumber() {
        Object value = value();
        if (!(value instanceof Double)) {
            return new BigDecimal(value.toString());
        }
        double real = (Double) value;
        return Double.isNaN(real)
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, real)));
    }

    @Override
    public List<JsonNode> asArray() {
        if (items == null) {
            List<JsonNode> made = new ArrayList<>();
            for (Node item : ((Sequence) node).items()) {
                made.add(new SchemaNode(item, pointer + '/' + made.size()));
            }
            items = Collections.unmodifiableList(made);
        }
        return items;
    }

    @Override
    public Map<String, JsonNode> asObject() {
        if (entries == null) {
            Map<String, JsonNode> made = new LinkedHashMap<>();
            ((Branch) node)
                    .entries()
                    .forEach((key, value) ->
                            made.put(key, new SchemaNode(value, pointer + '/' + JsonNode.encodeJsonPointer(key))));
            entries = Collections.unmodifiableMap(made);
        }
        return entries;
    }

    /** Without any value, as messages may be made of it. */
    @Override
    public String toPrintableString() {
        return "the value";
    }

    private Object value() {
        return ((Leaf) node).value();
    }
}
