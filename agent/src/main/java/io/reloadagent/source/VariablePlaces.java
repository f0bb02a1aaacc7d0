package io.reloadagent.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the variables of a later document the paths that an earlier one has for them: {@code DATABASE_MAX_CONNS} goes where
 * {@code database: {max-conns: 5}} stands. Those that the earlier one has nothing for are left as they are.
 */
final class VariablePlaces {

    private final Branch later;

    /** The places in the earlier document, in order, by the variable's form and by path: one key a path will do. */
    private final Map<String, Map<Path, Node>> places = new LinkedHashMap<>();

    private VariablePlaces(Branch later) {
        this.later = later;
    }

    static Branch in(Branch earlier, Branch later) {
        if (later.variables().isEmpty()) {
            return later;
        }
        VariablePlaces places = new VariablePlaces(later);
        places.collect(earlier, Path.of(""));
        if (places.places.isEmpty()) {
            return later;
        }
        Branch placed = places.placed(earlier, Path.of(""), new HashSet<>());
        return Union.of(later.variables().without(later, places.places.keySet()), placed);
    }

    private void collect(Branch branch, Path above) {
        branch.entries().forEach((key, node) -> {
            Path path = above.child(key);
            if (isInner(node)) {
                collect((Branch) node, path);
            } else if (!branch.isVariable(key) && later.variables().at(path) != null) {
                places.computeIfAbsent(Variables.formOf(path), form -> new LinkedHashMap<>())
                        .putIfAbsent(path, node);
            }
        });
    }

    private static boolean isInner(Node node) {
        return node instanceof Branch && !((Branch) node).entries().isEmpty();
    }

    private Branch placed(Branch branch, Path above, Set<Path> done) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        branch.entries().forEach((key, node) -> {
            Path path = above.child(key);
            Node value = null;
            if (isInner(node)) {
                Branch inner = placed((Branch) node, path, done);
                value = inner.entries().isEmpty() ? null : inner;
            } else if (places.containsKey(Variables.formOf(path)) && !branch.isVariable(key) && done.add(path)) {
                value = value(Variables.formOf(path));
            }
            if (value != null) {
                entries.put(key, value);
                origins.put(key, value.origin());
            }
        });
        return new Branch(branch.origin(), entries, origins);
    }

    private Node value(String form) {
        Leaf leaf = (Leaf) later.entries().get(later.variables().at(form));
        Map<Path, Node> meant = places.get(form);
        if (meant.size() == 1) {
            return leaf;
        }
        List<String> all = new ArrayList<>();
        meant.forEach((path, node) -> all.add(path + " (" + node.origin() + ")"));
        String advice = "; leave the variable out, and set the value that is meant in a file";
        return leaf.because(new Problem(
                leaf.origin(),
                null,
                "may be meant for " + String.join(" and for ", all) + advice,
                "is a variable that may be meant for several values" + advice));
    }
}
