package io.reloadagent.source;

import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of two branches in one, compared as they are written. */
final class Union {

    private Union() {}

    /** True if both are branches and no key, at any depth, has something in both that is not a branch in both. */
    static boolean isPossible(Node first, Node second) {
        if (!(first instanceof Branch && second instanceof Branch)) {
            return false;
        }
        Map<String, Node> others = ((Branch) second).entries();
        for (Map.Entry<String, Node> entry : ((Branch) first).entries().entrySet()) {
            Node other = others.get(entry.getKey());
            if (other != null && !isPossible(entry.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    /** What both have is taken from the second, branches excepted: they unite. */
    static Branch of(Branch first, Branch second) {
        Map<String, Node> entries = new LinkedHashMap<>(first.entries());
        Map<String, Origin> origins = new LinkedHashMap<>();
        first.entries().keySet().forEach(key -> origins.put(key, first.keyOrigin(key)));
        second.entries().forEach((key, node) -> {
            entries.merge(key, node, Union::join);
            origins.put(key, second.keyOrigin(key));
        });
        return new Branch(first.origin(), entries, origins, first.variables().and(second.variables()));
    }

    private static Node join(Node first, Node second) {
        boolean unite = first instanceof Branch && second instanceof Branch;
        return unite ? of((Branch) first, (Branch) second) : second;
    }
}
