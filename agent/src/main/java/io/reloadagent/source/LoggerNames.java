package io.reloadagent.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The section {@code loggers} of a document. Its keys are names of loggers, which keep their spelling, and a dot in them parts nothing:
 * {@code com.acme} may have a level beside {@code com.acme.db}, however both are written, nested or with dots.
 */
public final class LoggerNames {

    /** The section's key. */
    public static final String SECTION = "loggers";

    private static final String ROOT = "root";
    private static final String VARIABLE = SECTION + "_";

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Origin> origins = new LinkedHashMap<>();

    private LoggerNames() {}

    /** What a document has for each logger, by its name, {@code root} being the root logger; unmodifiable. */
    public static Map<String, Node> of(Document document) {
        Node section = section(document.root());
        return section instanceof Branch ? ((Branch) section).entries() : Collections.emptyMap();
    }

    /** Null if there is none. */
    static Node section(Branch root) {
        for (Key key : root.keysStartingWith(SECTION)) {
            if (key.words().size() == 1) {
                return root.entries().get(key.text());
            }
        }
        return null;
    }

    /** Whether a path, in its canonical form, is that of a logger. */
    static boolean isLogger(String path) {
        return path.startsWith(SECTION) && path.length() > SECTION.length() && path.charAt(SECTION.length()) == '.';
    }

    /** Whether the path of a branch is that of the section, or of a logger. */
    static boolean areIn(String path) {
        return path.equals(SECTION) || isLogger(path);
    }

    /** The one way to write a logger's name: that of the root logger has several. */
    static String name(String written) {
        return written.equalsIgnoreCase(ROOT) ? ROOT : written;
    }

    /**
     * The same document with one branch for the section, one key a logger, however many places and levels of nesting it had.
     *
     * @throws SourceException if a logger is given twice
     */
    static Document gathered(Document document) throws SourceException {
        Branch root = document.root();
        boolean any =
                !root.keysStartingWith(SECTION).isEmpty() || !variables(root).isEmpty();
        if (!any || !root.keysStartingWith(SECTION).stream().allMatch(key -> isMapping(root, key))) {
            return document;
        }
        return document.withRoot(new LoggerNames().gather(root));
    }

    /** An application may have a value of this name, which is none of ours. */
    private static boolean isMapping(Branch root, Key key) {
        return key.words().size() > 1 || root.entries().get(key.text()) instanceof Branch;
    }

    private static Set<String> variables(Branch root) {
        Set<String> variables = new LinkedHashSet<>();
        for (String key : root.entries().keySet()) {
            if (root.isVariable(key) && Words.canonical(key).startsWith(VARIABLE)) {
                variables.add(key);
            }
        }
        return variables;
    }

    private Branch gather(Branch root) throws SourceException {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Origin> keys = new LinkedHashMap<>();
        Set<String> variables = new LinkedHashSet<>();
        Set<String> ofLoggers = variables(root);
        Origin first = null;
        for (Map.Entry<String, Node> entry : root.entries().entrySet()) {
            String key = entry.getKey();
            Origin origin = root.keyOrigin(key);
            boolean variable = root.isVariable(key);
            if (variable && ofLoggers.contains(key)) {
                String name = Words.canonical(key).substring(VARIABLE.length()).replace('_', '.');
                add(name, entry.getValue(), origin);
            } else if (!variable && Key.of(key).words().get(0).equals(SECTION)) {
                addAll(Key.of(key).after(1), entry.getValue(), origin);
            } else {
                entries.put(key, entry.getValue());
                keys.put(key, origin);
                if (variable) {
                    variables.add(key);
                }
                continue;
            }
            first = first == null ? origin : first;
        }
        entries.put(SECTION, new Branch(first, nodes, origins));
        keys.put(SECTION, first);
        return Branch.of(root.origin(), entries, keys, variables);
    }

    private void addAll(String name, Node node, Origin origin) throws SourceException {
        if (!(node instanceof Branch) || (((Branch) node).entries().isEmpty() && !name.isEmpty())) {
            add(name, node, origin);
            return;
        }
        Branch branch = (Branch) node;
        for (Map.Entry<String, Node> entry : branch.entries().entrySet()) {
            String inner = name.isEmpty() ? entry.getKey() : name + '.' + entry.getKey();
            addAll(inner, entry.getValue(), branch.keyOrigin(entry.getKey()));
        }
    }

    private void add(String written, Node node, Origin origin) throws SourceException {
        String name = name(written);
        Origin other = origins.putIfAbsent(name, origin);
        if (other != null) {
            throw new SourceException(
                    SourceException.Kind.INVALID,
                    new Problem(
                            origin,
                            SECTION + "." + name,
                            String.format(Locale.ROOT, "is given twice, the first time at %s; keep one", other)));
        }
        nodes.put(name, node);
    }
}
