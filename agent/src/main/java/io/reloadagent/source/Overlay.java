package io.reloadagent.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Lays one branch over another: takes out of the lower one what the upper one sets, however it is spelled, and unites the rest. */
final class Overlay {

    private final NavigableSet<String> set = new TreeSet<>();

    private Overlay(Branch upper) {
        Leaves.of(upper).forEach((path, node) -> {
            if (!(node instanceof Branch)) {
                set.add(path);
            }
        });
    }

    static Branch of(Branch lower, Branch upper) {
        Branch placed = VariablePlaces.in(lower, upper);
        Branch overridable = lower.variables().without(lower, placed);
        return Union.of(new Overlay(placed).remaining(overridable, Path.of("")), placed);
    }

    private Branch remaining(Branch lower, Path path) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        lower.entries().forEach((key, node) -> {
            Node left = lower.isVariable(key) ? node : remaining(node, path.child(key));
            if (left != null) {
                entries.put(key, left);
                origins.put(key, lower.keyOrigin(key));
            }
        });
        return new Branch(lower.origin(), entries, origins, lower.variables());
    }

    private Node remaining(Node node, Path path) {
        if (isSetAtOrAbove(path)) {
            return null;
        }
        if (!(node instanceof Branch)) {
            return isSetBeneath(path) ? null : node;
        }
        Branch branch = (Branch) node;
        Branch left = remaining(branch, path);
        boolean emptied = left.entries().isEmpty() && !branch.entries().isEmpty();
        return emptied ? null : left;
    }

    private boolean isSetAtOrAbove(Path path) {
        String text = path.toString();
        if (LoggerNames.isLogger(text)) {
            return set.contains(text) || set.contains(LoggerNames.SECTION); // a logger is beneath no other
        }
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            if (set.contains(text.substring(0, dot))) {
                return true;
            }
        }
        return set.contains(text);
    }

    private boolean isSetBeneath(Path path) {
        if (LoggerNames.isLogger(path.toString())) {
            return false;
        }
        String prefix = path + ".";
        String next = set.ceiling(prefix);
        return next != null && next.startsWith(prefix);
    }
}
