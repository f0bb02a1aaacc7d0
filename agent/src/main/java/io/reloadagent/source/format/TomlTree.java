package io.reloadagent.source.format;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Sequence;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlElement;
import org.tomlj.TomlEntry;
import org.tomlj.TomlKeyValue;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlValue;

/** Builds the tree of a TOML text from TomlJ's. For one use by one thread. */
final class TomlTree {

    /** Beyond our own limit, which has better words; ends the recursion of the parser. */
    private static final TomlParseOptions OPTIONS =
            TomlParseOptions.sourceless().withMaxNestingDepth(2 * Limits.MAX_DEPTH);

    private final String source;
    private final String text;
    private final Limits limits = new Limits();
    private TomlScalars scalars;

    TomlTree(String source, String text) {
        this.source = source;
        this.text = text;
    }

    Branch read() throws SourceException {
        TomlParseResult result = parse();
        if (result.hasErrors()) {
            throw TomlAdvice.of(result.errors(), source);
        }
        scalars = new TomlScalars(text);
        Branch root = branch(result, new Origin(source, 1, 1), 1);
        if (root.entries().isEmpty()) {
            throw Refusal.empty(source, "remove it from the sources if nothing shall be set");
        }
        return root;
    }

    /** For some malformed texts, TomlJ 2.2 throws a NullPointerException. */
    private TomlParseResult parse() throws SourceException {
        try {
            return Toml.parse(text, OPTIONS);
        } catch (RuntimeException e) {
            throw new TomlFailure(text, OPTIONS).in(source);
        }
    }

    /** @param place of its key; counts for a table that nothing but a longer header names */
    private Node node(TomlValue value, TomlPosition place, int depth) throws SourceException {
        Origin origin = origin(value.position() == null ? place : value.position());
        if (value.isTable()) {
            return branch(value.getTable(), origin, depth);
        }
        limits.count(depth, origin);
        if (value.isArray()) {
            return sequence(value.getArray(), origin, depth);
        }
        return new Leaf(origin, scalars.text(value), scalars.value(value));
    }

    private Branch branch(TomlTable table, Origin origin, int depth) throws SourceException {
        limits.count(depth, origin);
        Entries entries = new Entries(limits);
        for (TomlElement element : table.elements()) {
            if (element instanceof TomlKeyValue) {
                TomlKeyValue entry = (TomlKeyValue) element;
                entries.key(entry.key(), origin(entry.position()));
                entries.value(entry.key(), node(entry.value(), entry.position(), depth + 1));
            }
        }
        return entries.branch(origin);
    }

    private Sequence sequence(TomlArray array, Origin origin, int depth) throws SourceException {
        List<Node> items = new ArrayList<>();
        for (TomlElement element : array.elements()) {
            if (element instanceof TomlEntry) {
                items.add(node(((TomlEntry) element).value(), element.position(), depth + 1));
            }
        }
        return new Sequence(origin, items);
    }

    private Origin origin(TomlPosition position) {
        return new Origin(source, position.line(), position.column());
    }
}
