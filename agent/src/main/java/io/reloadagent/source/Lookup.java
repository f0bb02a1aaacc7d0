package io.reloadagent.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One search for a path in a document: collects all that stands there, then makes one node of it or refuses. */
final class Lookup {

    private final Path path;
    private final List<Match> matches = new ArrayList<>(1);

    /** The first value that stands where a mapping with the rest of the path was looked for; null if there is none. */
    private Problem obstacle;

    private Lookup(Path path) {
        this.path = path;
    }

    static Node find(Branch root, Path path) throws SourceException {
        if (path.words().isEmpty()) {
            return root;
        }
        if (LoggerNames.isLogger(path.toString())) {
            Node section = LoggerNames.section(root);
            return section instanceof Branch
                    ? ((Branch) section).entries().get(path.words().get(1))
                    : null;
        }
        Lookup lookup = new Lookup(path);
        lookup.collect(root, path.words());
        lookup.collectVariable(root);
        return lookup.joined();
    }

    private void collect(Branch branch, List<String> words) {
        for (Key key : branch.keysStartingWith(words.get(0))) {
            Node node = branch.entries().get(key.text());
            int depth = Math.min(key.words().size(), words.size());
            if (!key.words().subList(0, depth).equals(words.subList(0, depth))) {
                continue;
            }
            if (depth < key.words().size()) {
                matches.add(new Match(key.text(), branch.keyOrigin(key.text()), beneath(branch, key, depth)));
            } else if (depth == words.size()) {
                matches.add(new Match(key.text(), branch.keyOrigin(key.text()), node));
            } else if (node instanceof Branch) {
                collect((Branch) node, words.subList(depth, words.size()));
            } else if (obstacle == null && !isNothing(node)) {
                int above = path.words().size() - words.size() + depth;
                obstacle = new Problem(
                        node.origin(),
                        String.join(".", path.words().subList(0, above)),
                        "expected a mapping, fields follow " + path);
            }
        }
    }

    /** What a document says in its own structure, counts before a variable: it came later, or it is a mapping. */
    private void collectVariable(Branch root) {
        String name = root.variables().at(path);
        if (name != null && matches.isEmpty()) {
            matches.add(new Match(name, root.keyOrigin(name), root.entries().get(name)));
        }
    }

    /** What someone leaves behind who deletes all keys of a mapping. */
    private static boolean isNothing(Node node) {
        if (!(node instanceof Leaf)) {
            return false;
        }
        Leaf leaf = (Leaf) node;
        return leaf.isEmpty();
    }

    /** The mapping that a key with dots stands for: {@code server.port: 1} is at path server the mapping {@code port: 1}. */
    private static Branch beneath(Branch branch, Key key, int depth) {
        Origin origin = branch.keyOrigin(key.text());
        String rest = key.after(depth);
        return new Branch(
                origin,
                Collections.singletonMap(rest, branch.entries().get(key.text())),
                Collections.singletonMap(rest, origin));
    }

    private Node joined() throws SourceException {
        if (matches.isEmpty() && obstacle != null) {
            throw new SourceException(SourceException.Kind.INVALID, obstacle);
        }
        if (matches.isEmpty()) {
            return null;
        }
        Match first = matches.get(0);
        Node joined = first.node;
        for (Match match : matches.subList(1, matches.size())) {
            if (!Union.isPossible(joined, match.node)) {
                throw ambiguous(first, match);
            }
            joined = Union.of((Branch) joined, (Branch) match.node);
        }
        return joined;
    }

    private SourceException ambiguous(Match first, Match second) {
        String message = "is given twice, as '" + first.key + "' at " + first.origin + " and as '" + second.key
                + "' at " + second.origin + "; keep one";
        return new SourceException(SourceException.Kind.INVALID, new Problem(second.origin, path.toString(), message));
    }

    private static final class Match {
        private final String key;
        private final Origin origin;
        private final Node node;

        private Match(String key, Origin origin, Node node) {
            this.key = key;
            this.origin = origin;
            this.node = node;
        }
    }
}
