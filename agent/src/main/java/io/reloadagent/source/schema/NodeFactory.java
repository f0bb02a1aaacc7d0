package io.reloadagent.source.schema;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import io.reloadagent.source.Content;
import io.reloadagent.source.Node;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.format.Formats;
import java.nio.charset.StandardCharsets;

/** Shows our nodes to the validator. */
final class NodeFactory implements JsonNodeFactory {

    @Override
    public JsonNode wrap(Object node) {
        return node instanceof JsonNode ? (JsonNode) node : new SchemaNode((Node) node, "");
    }

    /** The schemas of schemas, which the validator brings along; JSON is YAML. */
    @Override
    public JsonNode create(String json) {
        try {
            return wrap(new Content("JSON Schema", Formats.YAML, json.getBytes(StandardCharsets.UTF_8), null)
                    .parse()
                    .root());
        } catch (SourceException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
