package io.reloadagent.levels;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.LoggerNames;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Unresolved;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The levels that a document has, by logger. Immutable. */
final class WantedLevels {

    private final Map<String, LogLevel> levels = new LinkedHashMap<>();
    private final Map<String, List<Problem>> problems = new LinkedHashMap<>();

    private WantedLevels() {}

    /** @param secret whose values must not be shown in problems */
    static WantedLevels of(Document document, Predicate<Path> secret) {
        WantedLevels wanted = new WantedLevels();
        LoggerNames.of(document).forEach((name, node) -> wanted.add(name, node, secret));
        return wanted;
    }

    static Path path(String logger) {
        return Path.of(LoggerNames.SECTION).child(logger);
    }

    private void add(String name, Node node, Predicate<Path> secret) {
        Path path = path(name);
        try {
            Unresolved.refuse(node, path, secret);
            LogLevel level = level(node, path, secret.test(path));
            if (level != null) {
                levels.put(name, level);
            }
        } catch (SourceException e) {
            problems.put(name, e.problems());
        }
    }

    /** Null for the level that the logger has without the source. */
    private static LogLevel level(Node node, Path path, boolean secret) throws SourceException {
        boolean nothing = node instanceof Branch && ((Branch) node).entries().isEmpty();
        if (nothing || (node instanceof Leaf && isInherited((Leaf) node))) {
            return null;
        }
        String found = node instanceof Leaf && !secret ? ", found '" + ((Leaf) node).text() + "'" : "";
        try {
            return LogLevel.of(node instanceof Leaf ? ((Leaf) node).text() : "?");
        } catch (IllegalArgumentException e) {
            Problem problem = new Problem(node.origin(), path.toString(), e.getMessage() + found);
            throw new SourceException(SourceException.Kind.INVALID, Collections.singletonList(problem));
        }
    }

    private static boolean isInherited(Leaf leaf) {
        return leaf.isNull() || LogLevel.isInherited(leaf.text());
    }

    /** In the order of the document; without those that have no other than their own. */
    Map<String, LogLevel> levels() {
        return Collections.unmodifiableMap(levels);
    }

    /** What is no level, by logger. */
    Map<String, List<Problem>> problems() {
        return Collections.unmodifiableMap(problems);
    }
}
