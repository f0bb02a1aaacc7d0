package io.reloadagent.settings;

import io.reloadagent.bind.Nearest;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** One entry of {@code sources:}, or a mapping in it, asked key by key. What was never asked for is unknown in it. For one thread. */
final class SourceEntry {

    private final Branch branch;
    private final Path configuration;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param configuration the file that it stands in; relative paths start beside it */
    SourceEntry(Branch branch, Path configuration) {
        this.branch = branch;
        this.configuration = configuration;
    }

    Set<String> keys() {
        return branch.entries().keySet();
    }

    Origin origin(String key) {
        return branch.entries().get(key).origin();
    }

    /** The text at a key, which has to be there. */
    String text(String key, String expected) throws SettingsException {
        Node node = node(key);
        if (node == null) {
            throw new SettingsException(branch.origin() + " '" + key + "' is missing: expected " + expected);
        }
        return Nodes.text(node, expected);
    }

    /** The text at a key, or another if there is none; may be empty. */
    String textOr(String key, String otherwise, String expected) throws SettingsException {
        Node node = node(key);
        if (node == null) {
            return otherwise;
        }
        if (!(node instanceof Leaf) || ((Leaf) node).value() == null) {
            throw Nodes.unexpected(node, expected);
        }
        return ((Leaf) node).text();
    }

    /** Whether a key says true; false if it is not there. */
    boolean flag(String key) throws SettingsException {
        Node node = node(key);
        if (node == null) {
            return false;
        }
        if (!(node instanceof Leaf) || !(((Leaf) node).value() instanceof Boolean)) {
            throw Nodes.unexpected(node, "true or false");
        }
        return (Boolean) ((Leaf) node).value();
    }

    /** The file or directory at a key. */
    Path path(String key) throws SettingsException {
        return path(text(key, "a file's name"), origin(key));
    }

    Path path(String text, Origin origin) throws SettingsException {
        try {
            return configuration
                    .toAbsolutePath()
                    .resolveSibling(FileName.expand(text))
                    .normalize();
        } catch (InvalidPathException e) {
            throw new SettingsException(origin + " '" + text + "' is not a file's name: " + e.getReason(), e);
        }
    }

    /** The mapping at a key. */
    SourceEntry entry(String key, String expected) throws SettingsException {
        Node node = node(key);
        Nodes.map(node, expected);
        return new SourceEntry((Branch) node, configuration);
    }

    /** The texts at a key, by name, whatever their names; empty if it is not there. */
    Map<String, String> texts(String key, String expected) throws SettingsException {
        Map<String, String> texts = new LinkedHashMap<>();
        Node node = node(key);
        if (node != null) {
            for (Map.Entry<String, Node> entry : Nodes.map(node, expected).entrySet()) {
                texts.put(entry.getKey(), Nodes.text(entry.getValue(), expected));
            }
        }
        return texts;
    }

    /** Refuses the first key that nobody has asked for. */
    void refuseOthers() throws SettingsException {
        for (String key : keys()) {
            if (!known.contains(key)) {
                throw unknown(branch, key, known);
            }
        }
    }

    static SettingsException unknown(Branch branch, String key, Set<String> known) {
        String nearest = Nearest.of(key, known);
        return new SettingsException(branch.keyOrigin(key) + " unknown key '" + key + "'; "
                + (nearest == null ? "known are " + String.join(", ", known) : "did you mean '" + nearest + "'?"));
    }

    private Node node(String key) {
        known.add(key);
        return branch.entries().get(key);
    }
}
