package io.reloadagent.source.schema;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** A JSON pointer, {@code /database/pool/2}. Immutable. */
final class Pointer {

    private static final String MASKED = "***";

    private final List<String> steps;

    private Pointer(List<String> steps) {
        this.steps = Collections.unmodifiableList(steps);
    }

    static Pointer of(String text) {
        List<String> steps = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String step : text.substring(1).split("/", -1)) {
                steps.add(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return new Pointer(steps);
    }

    boolean isRoot() {
        return steps.isEmpty();
    }

    /** What stands there, or else at the nearest place above. */
    Node find(Node root) {
        Node node = root;
        for (String step : steps) {
            Node next = step(node, step);
            if (next == null) {
                return node;
            }
            node = next;
        }
        return node;
    }

    /** What stands there; null for nothing. */
    Node findExactly(Node root) {
        Node node = root;
        for (String step : steps) {
            node = node == null ? null : step(node, step);
        }
        return node;
    }

    private static Node step(Node node, String step) {
        if (node instanceof Branch) {
            return ((Branch) node).entries().get(step);
        }
        if (!(node instanceof Sequence) || !step.matches("[0-9]{1,9}")) {
            return null;
        }
        List<Node> items = ((Sequence) node).items();
        int index = Integer.parseInt(step);
        return index < items.size() ? items.get(index) : null;
    }

    /**
     * As settings are named, {@code database.pool[2]}; null for the root.
     *
     * @param root where it begins: that tells a list's item from a key that is a number
     * @param secret tells beneath which paths no key is shown
     */
    String path(Node root, Predicate<Path> secret) {
        StringBuilder shown = new StringBuilder();
        Path path = Path.of("");
        Node node = root;
        for (String step : steps) {
            boolean isItem = node instanceof Sequence;
            if (!isItem && secret.test(path)) {
                return shown.append(shown.length() == 0 ? "" : ".")
                        .append(MASKED)
                        .toString();
            }
            if (isItem) {
                shown.append('[').append(step).append(']');
            } else {
                shown.append(shown.length() == 0 ? "" : ".").append(Path.of("").child(step));
                path = path.child(step);
            }
            node = node == null ? null : step(node, step);
        }
        return shown.length() == 0 ? null : shown.toString();
    }

    /** The same for comparing: without the items of lists. */
    Path plainPath(Node root) {
        Path path = Path.of("");
        Node node = root;
        for (String step : steps) {
            path = node instanceof Sequence ? path : path.child(step);
            node = node == null ? null : step(node, step);
        }
        return path;
    }
}
