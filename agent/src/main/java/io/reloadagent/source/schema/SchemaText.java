package io.reloadagent.source.schema;

import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Quoted;
import io.reloadagent.source.Sequence;
import java.util.stream.Collectors;

/** Short values of a schema, for messages. */
final class SchemaText {

    private static final int LONGEST = 100;

    private SchemaText() {}

    /** A scalar, or a list of scalars; empty for anything else. */
    static String of(Node node) {
        if (node instanceof Leaf) {
            return Quoted.oneLine(((Leaf) node).text(), LONGEST);
        }
        boolean flat =
                node instanceof Sequence && ((Sequence) node).items().stream().allMatch(item -> item instanceof Leaf);
        return flat
                ? Quoted.oneLine(
                        ((Sequence) node)
                                .items().stream()
                                        .map(item -> ((Leaf) item).text())
                                        .collect(Collectors.joining(", ", "[", "]")),
                        LONGEST)
                : "";
    }
}
