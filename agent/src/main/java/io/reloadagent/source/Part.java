package io.reloadagent.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The part of a branch that is at or beneath some paths, and the part that is not. */
final class Part {

    private final Collection<Path> paths;
    private final boolean inside;

    private Part(Collection<Path> paths, boolean inside) {
        this.paths = paths;
        this.inside = inside;
    }

    static Branch within(Branch root, Collection<Path> paths) {
        return new Part(paths, true).of(root, Path.of(""));
    }

    static Branch without(Branch root, Collection<Path> paths) {
        return new Part(paths, false).of(root, Path.of(""));
    }

    private Branch of(Branch branch, Path above) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        Set<String> variables = new LinkedHashSet<>();
        branch.entries().forEach((key, node) -> {
            boolean variable = branch.isVariable(key);
            Node kept = variable ? ofVariable(key, node) : of(node, above.child(key));
            if (kept != null) {
                entries.put(key, kept);
                origins.put(key, branch.keyOrigin(key));
                if (variable) {
                    variables.add(key);
                }
            }
        });
        return new Branch(branch.origin(), entries, origins, Variables.named(variables));
    }

    /** A variable that may be meant for a path beneath is beneath. */
    private Node ofVariable(String name, Node node) {
        String form = Words.canonical(name) + "_";
        boolean beneath = paths.stream().anyMatch(path -> form.startsWith(Variables.formOf(path) + "_"));
        return beneath == inside ? node : null;
    }

    /** Null if nothing of it belongs to the part. */
    private Node of(Node node, Path path) {
        if (paths.stream().anyMatch(path::startsWith)) {
            return inside ? node : null;
        }
        boolean partly = node instanceof Branch && paths.stream().anyMatch(longer -> longer.startsWith(path));
        if (!partly) {
            return inside ? null : node;
        }
        Branch part = of((Branch) node, path);
        return part.entries().isEmpty() ? null : part;
    }
}
