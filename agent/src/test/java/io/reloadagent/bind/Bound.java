package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reloadagent.field.Cell;
import io.reloadagent.field.SiteType;
import io.reloadagent.field.Swap;
import io.reloadagent.field.Version;
import io.reloadagent.field.Versions;
import io.reloadagent.source.Content;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.format.Formats;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A binder whose source is app.yaml, with a version 1 made from what it held at the start. */
final class Bound {

    final List<String> refused = new ArrayList<>();
    final List<Cell> registered = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final Converters converters = new Converters();
    final Versions versions;
    final Binder binder;

    Bound(String yaml, Rule... rules) throws SourceException {
        this(yaml, type -> Set.of(), rules);
    }

    /** With a function that names the fields of a class that the compiler copied into their readers. */
    Bound(String yaml, Function<Class<?>, Set<String>> inlined, Rule... rules) throws SourceException {
        this(yaml, inlined, false, rules);
    }

    /** In strict mode. */
    static Bound strict(String yaml, Rule... rules) throws SourceException {
        return new Bound(yaml, type -> Set.of(), true, rules);
    }

    private Bound(String yaml, Function<Class<?>, Set<String>> inlined, boolean strict, Rule... rules)
            throws SourceException {
        SecretPaths secret = new SecretPaths(List.of("**.password"));
        versions = new Versions(document(yaml));
        binder = new Binder(
                new Rules(List.of(rules)),
                versions,
                new ValueRules(secret, converters, new Constraints(secret, told::add)),
                strict,
                inlined,
                type -> {},
                () -> {},
                registered::addAll,
                (field, why) -> refused.add(field + ": " + why.getMessage()));
    }

    /** A rule for all fields of a class. */
    static Rule rule(Class<?> type, String prefix, boolean initialSource) {
        return new Rule(new ClassPattern(type.getName()), Path.of(prefix), null, initialSource);
    }

    static Document document(String yaml) throws SourceException {
        return new Snapshot(List.of(new Content("app.yaml", Formats.YAML, yaml.getBytes(StandardCharsets.UTF_8), null)))
                .parse();
    }

    /** The cell of a field, as its first read gets it; null if the field is not dynamic. */
    Cell cell(Class<?> type, String field) throws NoSuchFieldException {
        return binder.describe(type)
                .cell(field, SiteType.descriptorOf(type.getDeclaredField(field).getType()));
    }

    ChangeSet compare(String yaml) throws SourceException {
        return binder.compare(versions.current(), document(yaml));
    }

    /** What is wrong with a document. */
    List<String> problems(String yaml) {
        return Conversion.lines(catchThrowableOfType(SourceException.class, () -> compare(yaml)));
    }

    /** Puts a document in force. */
    ChangeSet apply(String yaml) throws SourceException {
        return apply(compare(yaml));
    }

    /** Puts changes in force. */
    ChangeSet apply(ChangeSet changes) {
        if (changes.isEmpty()) {
            versions.rebase(changes.seen(), changes.document());
        } else {
            Swap.open(versions, changes.seen(), changes.document(), changes.overrides(), changes.resets())
                    .commit();
        }
        return changes;
    }

    /** What overrides a field; "own" if nothing does. */
    Object inForce(Cell cell) {
        Version current = versions.current();
        return current.overrides(cell) ? current.override(cell) : "own";
    }

    static Map<String, List<Object>> values(ChangeSet changes) {
        Map<String, List<Object>> values = new java.util.LinkedHashMap<>();
        for (Change change : changes.changes()) {
            values.put(change.path().toString(), java.util.Arrays.asList(change.oldValue(), change.newValue()));
        }
        return values;
    }
}
