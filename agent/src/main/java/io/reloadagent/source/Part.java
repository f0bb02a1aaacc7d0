package io.reloadagent.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

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
        branch.entries().forEach((key, node) -> {
            Node kept = of(node, above.child(key));
            if (kept != null) {
                entries.put(key, kept);
                origins.put(key, branch.keyOrigin(key));
            }
        });
        return new Branch(branch.origin(), entries, origins);
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
