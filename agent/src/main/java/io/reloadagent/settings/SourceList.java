package io.reloadagent.settings;

import io.reloadagent.source.Branch;
import io.reloadagent.source.FileSource;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Source;
import io.reloadagent.source.extension.ExtensionException;
import io.reloadagent.source.extension.Extensions;
import io.reloadagent.source.format.Formats;
import io.reloadagent.source.kind.OptionalSource;
import io.reloadagent.source.schema.SchemaSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What {@code sources:} names. Immutable. */
final class SourceList {

    private static final String EXPECTED = "a list of sources, [{file: app.yaml}] for example";
    private static final String OPTIONAL = "optional";
    private static final String SCHEMA = "schema";

    private final List<Source> sources = new ArrayList<>();
    private final IdentityHashMap<Source, Origin> origins = new IdentityHashMap<>();
    private final Map<String, SourceKind> kinds;
    private final Predicate<io.reloadagent.source.Path> secret;

    private SourceList(Map<String, SourceKind> kinds, Predicate<io.reloadagent.source.Path> secret) {
        this.kinds = kinds;
        this.secret = secret;
    }

    static SourceList none() {
        return new SourceList(Collections.emptyMap(), path -> false);
    }

    /**
     * Reads the list.
     *
     * @param extensions what {@code extensions:} names; null if it is not there
     * @param configuration the file that it stands in; relative paths start beside it
     * @param secret tells whose values the sources must not show; they ask when they have read
     */
    static SourceList read(Node node, Node extensions, Path configuration, Predicate<io.reloadagent.source.Path> secret)
            throws SettingsException {
        SourceList list = new SourceList(SourceKinds.with(extensions(extensions, configuration), secret), secret);
        Mistakes mistakes = new Mistakes();
        for (Node item : Nodes.list(node, EXPECTED)) {
            mistakes.in(() -> {
                Nodes.map(item, EXPECTED);
                list.add((Branch) item, configuration);
            });
        }
        mistakes.throwIfAny();
        return list;
    }

    private static Extensions extensions(Node node, Path configuration) throws SettingsException {
        String expected = "a list of jars, [consul-source.jar] for example";
        List<Path> jars = new ArrayList<>();
        if (node != null) {
            for (Node item : Nodes.list(node, expected)) {
                SourceEntry place = new SourceEntry(
                        new Branch(item.origin(), Collections.emptyMap(), Collections.emptyMap()), configuration);
                jars.add(place.path(Nodes.text(item, expected), item.origin()));
            }
        }
        try {
            return Extensions.open(jars);
        } catch (ExtensionException e) {
            throw new SettingsException(node.origin() + " " + e.getMessage(), e);
        }
    }

    private void add(Branch item, Path configuration) throws SettingsException {
        SourceEntry entry = new SourceEntry(item, configuration);
        SourceKind kind = kind(item, entry);
        Source source = checked(kind.source(entry), entry);
        if (entry.flag(OPTIONAL)) {
            source = new OptionalSource(source);
        }
        entry.refuseOthers();
        sources.add(source);
        origins.put(source, entry.origin(kind.key()));
    }

    private SourceKind kind(Branch item, SourceEntry entry) throws SettingsException {
        List<String> named = entry.keys().stream().filter(kinds::containsKey).collect(Collectors.toList());
        if (named.size() == 1) {
            return kinds.get(named.get(0));
        }
        if (named.size() > 1) {
            throw new SettingsException(item.keyOrigin(named.get(1)) + " '" + named.get(0) + "' and '" + named.get(1)
                    + "' stand in one entry; an entry is one source, begin another with '-'");
        }
        if (entry.keys().isEmpty()) {
            throw Nodes.unexpected(item, EXPECTED);
        }
        throw SourceEntry.unknown(item, entry.keys().iterator().next(), kinds.keySet());
    }

    /** The source itself, unless it has a schema. */
    private Source checked(Source source, SourceEntry entry) throws SettingsException {
        if (entry.textOr(SCHEMA, null, "the name of a file with a JSON Schema") == null) {
            return source;
        }
        Path schema = entry.path(SCHEMA);
        return new SchemaSource(source, new FileSource(schema, Formats.of(schema)), secret);
    }

    List<Source> sources() {
        return Collections.unmodifiableList(sources);
    }

    /** Where each of them is named. */
    IdentityHashMap<Source, Origin> origins() {
        return origins;
    }
}
