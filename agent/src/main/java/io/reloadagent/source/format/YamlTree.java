package io.reloadagent.source.format;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Sequence;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.Parser;

/** Builds the tree of one YAML document from SnakeYAML's events. For one use by one thread. */
final class YamlTree {

    /** Longer ones are a mistake; their dots would make as many names. */
    private static final int LONGEST_KEY = 1_000;

    private final String source;
    private final Parser parser;
    private final YamlScalars scalars = new YamlScalars();
    private final YamlAnchors anchors = new YamlAnchors();

    YamlTree(String source, Parser parser) {
        this.source = source;
        this.parser = parser;
    }

    Branch read() throws SourceException {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            throw empty();
        }
        parser.getEvent();
        Node root = node(1);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw YamlAdvice.refused(
                    origin(parser.peekEvent()),
                    "a second document begins here; one file holds one document, move the others to files of their own");
        }
        if (root instanceof Leaf && ((Leaf) root).value() == null) {
            throw empty();
        }
        if (!(root instanceof Branch)) {
            throw YamlAdvice.refused(
                    root.origin(), "the document must be a mapping of keys to values, not " + root.kind());
        }
        return (Branch) root;
    }

    private SourceException empty() {
        return YamlAdvice.refused(
                new Origin(source, 1, 1), "the file is empty or has only comments; write {} if nothing shall be set");
    }

    private Node node(int depth) throws SourceException {
        Event event = parser.getEvent();
        Origin origin = origin(event);
        if (event instanceof AliasEvent) {
            return anchors.resolve(((AliasEvent) event).getAnchor(), depth, origin);
        }
        anchors.count(depth, origin);
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
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
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
            Origin first = origins.putIfAbsent(key, keyOrigin);
            if (first != null) {
                throw YamlAdvice.refused(keyOrigin, "this key stands here and at " + first + "; keep one");
            }
            entries.put(key, node(depth + 1));
        }
        parser.getEvent();
        for (Node node : merged) {
            merge(node, entries, origins);
        }
        return new Branch(origin, entries, origins);
    }

    private String key(Origin origin, int depth) throws SourceException {
        if (!parser.checkEvent(Event.ID.Scalar) && !parser.checkEvent(Event.ID.Alias)) {
            throw notAKey(origin);
        }
        Node key = node(depth);
        if (!(key instanceof Leaf)) {
            throw notAKey(origin);
        }
        String text = ((Leaf) key).text();
        if (text.length() > LONGEST_KEY) {
            throw YamlAdvice.refused(origin, "a key has at most " + LONGEST_KEY + " characters");
        }
        return text;
    }

    private static SourceException notAKey(Origin origin) {
        return YamlAdvice.refused(
                origin, "a key cannot be a list or a mapping; quote a value that begins with '{' or '['");
    }

    /** What the mapping says itself, and what was merged before, stays. */
    private static void merge(Node node, Map<String, Node> entries, Map<String, Origin> origins)
            throws SourceException {
        if (node instanceof Sequence) {
            for (Node item : ((Sequence) node).items()) {
                mergeOne(item, entries, origins);
            }
        } else {
            mergeOne(node, entries, origins);
        }
    }

    private static void mergeOne(Node node, Map<String, Node> entries, Map<String, Origin> origins)
            throws SourceException {
        if (!(node instanceof Branch)) {
            throw YamlAdvice.refused(node.origin(), "'<<' merges mappings, not " + node.kind());
        }
        Branch branch = (Branch) node;
        branch.entries().forEach((key, value) -> {
            if (entries.putIfAbsent(key, value) == null) {
                origins.put(key, branch.keyOrigin(key));
            }
        });
    }

    private Origin origin(Event event) {
        return YamlAdvice.origin(event.getStartMark(), source);
    }
}
