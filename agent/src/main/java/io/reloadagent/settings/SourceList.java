package io.reloadagent.settings;

import io.reloadagent.source.Node;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code sources:}. */
final class SourceList {

    private static final String EXPECTED = "a list of sources, [{file: app.yaml}] for example";

    private SourceList() {}

    /**
     * Reads the list.
     *
     * @param configuration the file that it stands in; relative paths start beside it
     */
    static List<Path> read(Node node, Path configuration) throws SettingsException {
        List<Path> files = new ArrayList<>();
        for (Node item : Nodes.list(node, EXPECTED)) {
            Node file = Nodes.map(item, EXPECTED, "file").get("file");
            if (file == null) {
                throw Nodes.unexpected(item, EXPECTED);
            }
            files.add(resolve(Nodes.text(file, "a file's name"), file, configuration));
        }
        return files;
    }

    private static Path resolve(String text, Node node, Path configuration) throws SettingsException {
        try {
            return configuration.toAbsolutePath().resolveSibling(text).normalize();
        } catch (InvalidPathException e) {
            throw new SettingsException(node.origin() + " '" + text + "' is not a file's name: " + e.getReason(), e);
        }
    }
}
