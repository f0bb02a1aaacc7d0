package io.reloadagent.source.format;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Sequence;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;

/** Builds the tree of one YAML document from SnakeYAML's events. For one use by one thread. */
final class YamlTree {

    private final String source;
    private final Parser parser;
    private final YamlScalars scalars = new YamlScalars();
    private final YamlAnchors anchors;
    private final Limits limits;

    YamlTree(String source, Parser parser, Limits limits) {
        this.source = source;
        this.parser = parser;
        this.limits = limits;
        this.anchors = new YamlAnchors(limits);
    }

    /** Null if the document has nothing but comments. */
    Branch read() throws SourceException {
        parser.getEvent();
        Node root = node(1);
        parser.getEvent();
        if (root instanceof Leaf && ((Leaf) root).value() == null) {
            return null;
        }
        if (!(root instanceof Branch)) {
            throw Refusal.notAMapping(root.origin(), root.kind());
        }
        return (Branch) root;
    }

    private Node node(int depth) throws SourceException {
        Event event = parser.getEvent();
        Origin origin = origin(event);
        if (event instanceof AliasEvent) {
            return anchors.resolve(((AliasEvent) event).getAnchor(), depth, origin);
        }
        limits.count(depth, origin);
        String name = ((NodeEvent) event).getAnchor();
        if (name == null) {
            return content(event, origin, depth);
        }
        YamlAnchors.Anchor anchor = anchors.open(name, depth);
        Node node = content(event, origin, depth);
        anchors.close(anchor, node);
        return node;
    }

    private Node content(Event event, Origin origin, int depth) throws SourceException {
        if (event instanceof ScalarEvent) {
            return scalars.leaf((ScalarEvent) event, origin);
        }
        boolean mapping = event.is(Event.ID.MappingStart);
        String tag = ((CollectionStartEvent) event).getTag();
        if (tag != null && !tag.equals("!") && !tag.equals((mapping ? Tag.MAP : Tag.SEQ).getValue())) {
            throw YamlAdvice.unknownTag(origin);
        }
        return mapping ? branch(origin, depth) : sequence(origin, depth);
    }

    private Sequence sequence(Origin origin, int depth) throws SourceException {
        List<Node> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(depth + 1));
        }
        parser.getEvent();
        return new Sequence(origin, items);
    }

    private Branch branch(Origin origin, int depth) throws SourceException {
        Entries entries = new Entries(limits);
        List<Node> merged = new ArrayList<>(0);
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event event = parser.peekEvent();
            if (event instanceof ScalarEvent && scalars.isMerge((ScalarEvent) event)) {
                parser.getEvent();
                merged.add(node(depth + 1));
                continue;
            }
            Origin keyOrigin = origin(event);
            String key = key(keyOrigin, depth + 1);
            entries.key(key, keyOrigin);
            entries.value(key, node(depth + 1));
        }
        parser.getEvent();
        for (Node node : merged) {
            merge(node, entries);
        }
        return entries.branch(origin);
    }

    private String key(Origin origin, int depth) throws SourceException {
        if (!parser.checkEvent(Event.ID.Scalar) && !parser.checkEvent(Event.ID.Alias)) {
            throw notAKey(origin);
        }
        Node key = node(depth);
        if (!(key instanceof Leaf)) {
            throw notAKey(origin);
        }
        return ((Leaf) key).text();
    }

    private static SourceException notAKey(Origin origin) {
        return Refusal.at(origin, "a key cannot be a list or a mapping; quote a value that begins with '{' or '['");
    }

    /** What the mapping says itself, and what was merged before, stays. */
    private static void merge(Node node, Entries entries) throws SourceException {
        if (node instanceof Sequence) {
            for (Node item : ((Sequence) node).items()) {
                mergeOne(item, entries);
            }
        } else {
            mergeOne(node, entries);
        }
    }

    private static void mergeOne(Node node, Entries entries) throws SourceException {
        if (!(node instanceof Branch)) {
            throw Refusal.at(node.origin(), "'<<' merges mappings, not " + node.kind());
        }
        entries.merge((Branch) node);
    }

    private Origin origin(Event event) {
        return YamlAdvice.origin(event.getStartMark(), source);
    }
}
