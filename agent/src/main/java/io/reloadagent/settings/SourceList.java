package io.reloadagent.settings;

import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code sources:} names. Immutable. */
final class SourceList {

    private static final String EXPECTED = "a list of sources, [{file: app.yaml}] for example";

    private final List<Path> files = new ArrayList<>();
    private final Map<Path, Origin> origins = new HashMap<>();

    private SourceList() {}

    static SourceList none() {
        return new SourceList();
    }

    /**
     * Reads the list.
     *
     * @param configuration the file that it stands in; relative paths start beside it
     */
    static SourceList read(Node node, Path configuration) throws SettingsException {
        SourceList list = new SourceList();
        for (Node item : Nodes.list(node, EXPECTED)) {
            Node file = Nodes.map(item, EXPECTED, "file").get("file");
            if (file == null) {
                throw Nodes.unexpected(item, EXPECTED);
            }
            Path path = resolve(Nodes.text(file, "a file's name"), file, configuration);
            list.files.add(path);
            list.origins.put(path, file.origin());
        }
        return list;
    }

    List<Path> files() {
        return Collections.unmodifiableList(files);
    }

    /** Where each of them is named. */
    Map<Path, Origin> origins() {
        return Collections.unmodifiableMap(origins);
    }

    private static Path resolve(String text, Node node, Path configuration) throws SettingsException {
        try {
            return configuration
                    .toAbsolutePath()
                    .resolveSibling(FileName.expand(text))
                    .normalize();
        } catch (InvalidPathException e) {
            throw new SettingsException(node.origin() + " '" + text + "' is not a file's name: " + e.getReason(), e);
        }
    }
}
