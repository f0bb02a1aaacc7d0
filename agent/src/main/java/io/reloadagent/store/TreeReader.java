package io.reloadagent.store;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what {@link TreeWriter} writes. For one use by one thread. */
final class TreeReader {

    private final List<?> sources;

    private TreeReader(List<?> sources) {
        this.sources = sources;
    }

    /**
     * A document.
     *
     * @param plain of JSON, in types of the JDK
     * @throws RuntimeException if it is not what a document is written as
     */
    static Document document(Map<?, ?> plain) {
        TreeReader reader = new TreeReader((List<?>) plain.get("sources"));
        return new Document((String) plain.get("name"), (Branch) reader.node((List<?>) plain.get("root")));
    }

    private Node node(List<?> parts) {
        String letter = (String) parts.get(0);
        Origin origin = origin(parts, 1);
        switch (letter) {
            case "m":
                return branch(origin, parts);
            case "l":
                return new Sequence(origin, items(parts));
            case "w":
                return Leaf.withheld(origin);
            case "p":
                return problem(origin, parts);
            default:
                return leaf(ScalarType.at(letter), origin, parts);
        }
    }

    private Origin origin(List<?> parts, int first) {
        return new Origin(
                (String) sources.get(number(parts, first)), number(parts, first + 1), number(parts, first + 2));
    }

    private static int number(List<?> parts, int index) {
        return Math.toIntExact((Long) parts.get(index));
    }

    private Branch branch(Origin origin, List<?> parts) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        Set<String> variables = new LinkedHashSet<>();
        for (int i = 4; i < parts.size(); i += 6) {
            String key = (String) parts.get(i);
            origins.put(key, origin(parts, i + 1));
            if (number(parts, i + 4) == 1) {
                variables.add(key);
            }
            entries.put(key, node((List<?>) parts.get(i + 5)));
        }
        return Branch.of(origin, entries, origins, variables);
    }

    private List<Node> items(List<?> parts) {
        List<Node> items = new ArrayList<>(parts.size() - 4);
        for (Object item : parts.subList(4, parts.size())) {
            items.add(node((List<?>) item));
        }
        return items;
    }

    private Leaf problem(Origin origin, List<?> parts) {
        String text = (String) parts.get(4);
        Problem problem = new Problem(origin(parts, 5), (String) parts.get(8), (String) parts.get(9));
        return new Leaf(origin, text, text).because(problem);
    }

    private static Leaf leaf(ScalarType type, Origin origin, List<?> parts) {
        String text = (String) parts.get(4);
        return new Leaf(origin, text, type.parse(parts.size() > 5 ? (String) parts.get(5) : text));
    }
}
