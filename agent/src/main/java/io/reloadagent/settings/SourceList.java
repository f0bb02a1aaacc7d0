package io.reloadagent.settings;

import io.reloadagent.source.FileSource;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Source;
import io.reloadagent.source.format.Formats;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/** What {@code sources:} names. Immutable. */
final class SourceList {

    private static final String EXPECTED = "a list of sources, [{file: app.yaml}] for example";

    private final List<Source> sources = new ArrayList<>();
    private final IdentityHashMap<Source, Origin> origins = new IdentityHashMap<>();

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
            Source source = new FileSource(path, Formats.of(path));
            list.sources.add(source);
            list.origins.put(source, file.origin());
        }
        return list;
    }

    List<Source> sources() {
        return Collections.unmodifiableList(sources);
    }

    /** Where each of them is named. */
    IdentityHashMap<Source, Origin> origins() {
        return origins;
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
