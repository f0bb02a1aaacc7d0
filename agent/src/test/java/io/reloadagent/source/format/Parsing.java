package io.reloadagent.source.format;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Content;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Sequence;
import io.reloadagent.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parses texts for tests, as if they stood in a file named {@code app}. */
final class Parsing {

    private Parsing() {}

    static Branch parse(String format, String text) throws SourceException {
        return parse(format, text.getBytes(StandardCharsets.UTF_8));
    }

    static Branch parse(String format, byte[] bytes) throws SourceException {
        return new Content("app", Formats.named(format), bytes, null).parse().root();
    }

    static SourceException refusal(String format, String text) {
        return refusal(format, text.getBytes(StandardCharsets.UTF_8));
    }

    static SourceException refusal(String format, byte[] bytes) {
        SourceException refusal = catchThrowableOfType(SourceException.class, () -> parse(format, bytes));
        if (refusal == null) {
            throw new AssertionError(format + " was not refused");
        }
        return refusal;
    }

    static Leaf leaf(Branch root, String key) {
        return (Leaf) root.entries().get(key);
    }

    /** Every leaf in its order: path=type:text@line:column. */
    static List<String> leaves(Branch root) {
        List<String> leaves = new ArrayList<>();
        collect("", root, leaves);
        return leaves;
    }

    private static void collect(String path, Node node, List<String> leaves) {
        if (node instanceof Branch branch) {
            branch.entries().forEach((key, value) -> collect(path + "/" + key, value, leaves));
        } else if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                collect(path + "[" + i + "]", sequence.items().get(i), leaves);
            }
        } else {
            Leaf leaf = (Leaf) node;
            String type =
                    leaf.value() == null ? "null" : leaf.value().getClass().getSimpleName();
            leaves.add(path + "=" + type + ":" + leaf.text() + "@"
                    + leaf.origin().toString().substring("app:".length()));
        }
    }
}
