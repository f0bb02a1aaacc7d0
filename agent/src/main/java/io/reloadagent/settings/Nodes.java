package io.reloadagent.settings;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Nodes of the configuration file as what they should be; an error that says so if they are something else. */
final class Nodes {

    private Nodes() {}

    static List<Node> list(Node node, String expected) throws SettingsException {
        if (!(node instanceof Sequence)) {
            throw unexpected(node, expected);
        }
        return ((Sequence) node).items();
    }

    static Map<String, Node> map(Node node, String expected) throws SettingsException {
        if (!(node instanceof Branch)) {
            throw unexpected(node, expected);
        }
        return ((Branch) node).entries();
    }

    /** A mapping that has no keys but the given ones. */
    static Map<String, Node> map(Node node, String expected, String... keys) throws SettingsException {
        Map<String, Node> map = map(node, expected);
        for (String key : map.keySet()) {
            if (!Arrays.asList(keys).contains(key)) {
                throw new SettingsException(((Branch) node).keyOrigin(key) + " unknown key '" + key + "'; known are "
                        + String.join(", ", keys));
            }
        }
        return map;
    }

    static String text(Node node, String expected) throws SettingsException {
        if (!(node instanceof Leaf) || ((Leaf) node).text().isEmpty()) {
            throw unexpected(node, expected);
        }
        return ((Leaf) node).text();
    }

    static SettingsException unexpected(Node node, String expected) {
        return new SettingsException(node.origin() + " expected " + expected);
    }
}
