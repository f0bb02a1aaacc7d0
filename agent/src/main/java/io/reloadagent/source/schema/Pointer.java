package io.reloadagent.source.schema;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A JSON pointer, {@code /database/pool/2}. Immutable. */
final class Pointer {

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

    /** As settings are named, {@code database.pool[2]}; null for the root. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (String step : steps) {
            if (step.matches("[0-9]{1,9}")) {
                path.append('[').append(step).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(Path.of("").child(step));
            }
        }
        return path.length() == 0 ? null : path.toString();
    }
}
