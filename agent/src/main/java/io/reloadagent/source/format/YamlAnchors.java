package io.reloadagent.source.format;

import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;
import java.util.HashMap;
import java.util.Map;

/**
 * The anchors of one document. Aliases share their nodes, but whoever walks the tree meets them again and again: they count as if they
 * were written out.
 */
final class YamlAnchors {

    static final int MAX_COLLECTION_ALIASES = 50;

    private final Map<String, Anchor> anchors = new HashMap<>();
    private final Limits limits;
    private int collectionAliases;

    YamlAnchors(Limits limits) {
        this.limits = limits;
    }

    /** What is anchored has begun: until it is complete, an alias to it is recursive. */
    Anchor open(String name, int depth) {
        Anchor anchor = new Anchor(depth, limits.nodes(), limits.deepest());
        limits.forget(depth);
        anchors.put(name, anchor);
        return anchor;
    }

    void close(Anchor anchor, Node node) {
        anchor.node = node;
        anchor.size = limits.nodes() - anchor.nodesBefore;
        anchor.height = limits.deepest() - anchor.depth;
        limits.forget(Math.max(limits.deepest(), anchor.deepestBefore));
    }

    Node resolve(String name, int depth, Origin origin) throws SourceException {
        Anchor anchor = anchors.get(name);
        if (anchor == null) {
            throw Refusal.at(origin, "no anchor of this name stands above; quote a value that begins with '*'");
        }
        if (anchor.node == null) {
            throw Refusal.at(origin, "the alias stands within what it names; a document cannot contain itself");
        }
        if (!(anchor.node instanceof Leaf) && ++collectionAliases > MAX_COLLECTION_ALIASES) {
            throw Refusal.at(
                    origin,
                    "more than " + MAX_COLLECTION_ALIASES + " aliases of lists and mappings; write some of them out");
        }
        limits.count(anchor.size, depth + anchor.height, origin);
        return anchor.node;
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
