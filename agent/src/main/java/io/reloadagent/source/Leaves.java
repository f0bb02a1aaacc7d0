package io.reloadagent.source;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lists what a document sets, one entry a canonical path, for comparing two documents. A sequence counts as one value, and so does
 * a mapping without keys. Variables of the environment that override nothing are not listed: nobody knows what they are for.
 */
public final class Leaves {

    private final Map<String, Node> leaves = new LinkedHashMap<>();
    private final Map<String, Integer> collisions = new HashMap<>();

    private Leaves() {}

    /**
     * @param root never null
     * @return canonical path to {@link Leaf}, {@link Sequence} or empty {@link Branch}, in the order of the document; unmodifiable.
     *     Where several keys have one canonical path, the second and further ones get {@code #2} and so on, so that none is lost.
     */
    public static Map<String, Node> of(Branch root) {
        Leaves leaves = new Leaves();
        leaves.addAll(root, Path.of(""));
        return Collections.unmodifiableMap(leaves.leaves);
    }

    private void addAll(Branch branch, Path path) {
        branch.entries().forEach((key, node) -> {
            if (branch.isVariable(key)) {
                return; // may be meant for any of several paths, or for none
            }
            if (node instanceof Branch && !((Branch) node).entries().isEmpty()) {
                addAll((Branch) node, path.child(key));
            } else {
                add(path, key, node);
            }
        });
    }

    private void add(Path path, String key, Node node) {
        String canonical = path.child(key).toString();
        String free = canonical;
        while (leaves.containsKey(free)) {
            free = canonical + "#" + (collisions.merge(canonical, 1, Integer::sum) + 1);
        }
        leaves.put(free, node);
    }
}
