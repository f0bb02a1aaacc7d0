package io.reloadagent.bind;

import io.reloadagent.source.Content;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.format.Formats;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** Reads what is written as a text that is JSON. */
final class JsonText {

    private static final String KEY = "value";

    private JsonText() {}

    /** What the text of a scalar says; any other node itself. */
    static Node read(Node node, Path path) throws SourceException {
        if (!(node instanceof Leaf)) {
            return node;
        }
        String document = "{\"" + KEY + "\":" + ((Leaf) node).text() + "}";
        Content content = new Content(
                "the JSON at " + node.origin(), Formats.named("json"), document.getBytes(StandardCharsets.UTF_8), null);
        try {
            return content.parse().root().entries().get(KEY);
        } catch (SourceException e) {
            // Without the parser's own words, which may show a secret.
            throw new SourceException(
                    SourceException.Kind.INVALID,
                    Collections.singletonList(
                            new Problem(node.origin(), path.toString(), "expected a text that is JSON")));
        }
    }
}
