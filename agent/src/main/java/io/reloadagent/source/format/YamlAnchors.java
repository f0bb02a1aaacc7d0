package io.reloadagent.source.format;

import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;
import java.util.HashMap;
import java.util.Map;

/**
 * The anchors of one document, and the limits that keep a small file from becoming a huge tree: aliases share their nodes, but
 * whoever walks the tree meets them again and again.
 */
final class YamlAnchors {

    static final int MAX_DEPTH = 50;
    static final int MAX_COLLECTION_ALIASES = 50;
    static final int MAX_NODES = 1_000_000;

    private final Map<String, Anchor> anchors = new HashMap<>();
    private int nodes;
    private int deepest;
    private int collectionAliases;

    /** Counts a node that begins at this depth; the root's is 1. */
    void count(int depth, Origin origin) throws SourceException {
        add(1, depth, origin);
    }

    /** What is anchored has begun: until it is complete, an alias to it is recursive. */
    Anchor open(String name, int depth) {
        Anchor anchor = new Anchor(depth, nodes, deepest);
        deepest = depth;
        anchors.put(name, anchor);
        return anchor;
    }

    void close(Anchor anchor, Node node) {
        anchor.node = node;
        anchor.size = nodes - anchor.nodesBefore;
        anchor.height = deepest - anchor.depth;
        deepest = Math.max(deepest, anchor.deepestBefore);
    }

    Node resolve(String name, int depth, Origin origin) throws SourceException {
        Anchor anchor = anchors.get(name);
        if (anchor == null) {
            throw YamlAdvice.refused(origin, "no anchor of this name stands above; quote a value that begins with '*'");
        }
        if (anchor.node == null) {
            throw YamlAdvice.refused(origin, "the alias stands within what it names; a document cannot contain itself");
        }
        if (!(anchor.node instanceof Leaf) && ++collectionAliases > MAX_COLLECTION_ALIASES) {
            throw YamlAdvice.refused(
                    origin,
                    "more than " + MAX_COLLECTION_ALIASES + " aliases of lists and mappings; write some of them out");
        }
        add(anchor.size, depth + anchor.height, origin);
        return anchor.node;
    }

    private void add(int count, int depth, Origin origin) throws SourceException {
        nodes += count;
        if (nodes > MAX_NODES) {
            throw YamlAdvice.refused(origin, "more than " + MAX_NODES + " values, aliases included; split the file");
        }
        if (depth > MAX_DEPTH) {
            throw YamlAdvice.refused(origin, "nested more than " + MAX_DEPTH + " deep");
        }
        deepest = Math.max(deepest, depth);
    }

    /** What a name stands for, and how much that adds to the tree. */
    static final class Anchor {
        private final int depth;
        private final int nodesBefore;
        private final int deepestBefore;
        private Node node;
        private int size;
        private int height;

        private Anchor(int depth, int nodesBefore, int deepestBefore) {
            this.depth = depth;
            this.nodesBefore = nodesBefore;
            this.deepestBefore = deepestBefore;
        }
    }
}
