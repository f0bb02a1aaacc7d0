package io.reloadagent.source.format;

import io.reloadagent.source.Bound;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Content;
import io.reloadagent.source.Format;
import io.reloadagent.source.Leaves;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Sequence;
import io.reloadagent.source.SourceException;
import java.util.List;

/** What must hold for any bytes whatsoever; {@code benchmarks/fuzz.sh} has Jazzer look for bytes for which it does not. */
public final class FormatFuzzer {

    private static Format format;

    private FormatFuzzer() {}

    /** Called by Jazzer, with the name of a format. */
    public static void fuzzerInitialize(String[] arguments) {
        format = Formats.named(arguments[0]);
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        check(format, bytes);
    }

    /** A format makes a document of bytes or refuses them with a place, and nothing else. */
    static void check(Format format, byte[] bytes) {
        Content content = new Content("fuzz", format, bytes, null);
        try {
            Branch root = content.parse().root();
            check(root, 1, bytes.length);
            Leaves.of(root);
            require(root.equals(content.parse().root()), "the same bytes make the same document");
        } catch (SourceException e) {
            require(e.kind() == SourceException.Kind.INVALID, "a content is invalid, nothing else");
            for (Problem problem : e.problems()) {
                require(problem.message().indexOf('\n') < 0, "a problem is one line");
                require(!problem.message().contains("unknown place"), "a problem has a place");
                check(problem.origin(), bytes.length);
            }
        }
    }

    private static void check(Node node, int depth, int length) {
        require(depth <= Limits.MAX_DEPTH, "a document is not deep");
        check(node.origin(), length);
        if (node instanceof Branch branch) {
            branch.entries().forEach((key, value) -> {
                require(key.length() <= Bound.LONGEST_KEY, "a key is not long");
                check(branch.keyOrigin(key), length);
                check(value, depth + 1, length);
            });
        } else if (node instanceof Sequence sequence) {
            List<Node> items = sequence.items();
            items.forEach(item -> check(item, depth + 1, length));
        }
    }

    /** Null for the number of problems that are not shown. */
    private static void check(Origin origin, int length) {
        require(
                origin == null
                        || (origin.line() >= 1
                                && origin.column() >= 1
                                && origin.line() + origin.column() <= length + 2),
                "a place is within the text");
    }

    private static void require(boolean condition, String invariant) {
        if (!condition) {
            throw new AssertionError("does not hold: " + invariant);
        }
    }
}
