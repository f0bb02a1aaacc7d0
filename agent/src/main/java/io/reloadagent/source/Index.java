package io.reloadagent.source;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All paths of a document, found in one walk: for comparing two documents, and for looking up many paths. Immutable once made.
 */
final class Index {

    private final Map<String, Node> leaves = new LinkedHashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Integer> collisions = new HashMap<>();

    /** What stands in several places, or is made of keys with dots: takes a search. */
    private final Set<String> scattered = new HashSet<>();

    Index(Branch root) {
        addAll(root, "");
    }

    /** As {@link Leaves#of} has them. */
    Map<String, Node> leaves() {
        return Collections.unmodifiableMap(leaves);
    }

    /** What stands at a path, if it is in one place; null if it is not, or nothing is. */
    Node find(Path path) {
        String text = path.toString();
        return scattered.contains(text) ? null : nodes.get(text);
    }

    private void addAll(Branch branch, String above) {
        branch.entries().forEach((key, node) -> {
            if (branch.isVariable(key)) {
                return; // may be meant for any of several paths, or for none
            }
            String path = beneath(above, key);
            if (nodes.putIfAbsent(path, node) != null) {
                scattered.add(path);
            }
            if (node instanceof Branch && !((Branch) node).entries().isEmpty()) {
                addAll((Branch) node, path);
            } else {
                addLeaf(path, node);
            }
        });
    }

    private String beneath(String above, String key) {
        if (LoggerNames.areIn(above)) {
            return above + '.' + (above.equals(LoggerNames.SECTION) ? LoggerNames.name(key) : key);
        }
        Key written = Key.of(key);
        List<String> words = written.words();
        if (above.isEmpty() && words.size() > 1 && words.get(0).equals(LoggerNames.SECTION)) {
            scattered.add(LoggerNames.SECTION);
            return LoggerNames.SECTION + '.' + LoggerNames.name(written.after(1));
        }
        String path = above;
        for (int i = 0; i < words.size(); i++) {
            path = path.isEmpty() ? words.get(i) : path + '.' + words.get(i);
            if (i < words.size() - 1) {
                scattered.add(path);
            }
        }
        return path;
    }

    private void addLeaf(String path, Node node) {
        String free = path;
        while (leaves.putIfAbsent(free, node) != null) {
            free = path + "#" + (collisions.merge(path, 1, Integer::sum) + 1);
        }
    }
}
