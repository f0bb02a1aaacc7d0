package io.reloadagent.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mapping of keys to nodes in a document. Keys are kept as written. Immutable. */
public final class Branch extends Node {

    private final Map<String, Node> entries;
    private final Map<String, Origin> keyOrigins;
    private final Variables variables;

    /** Made when first asked for, by whichever thread; all make the same. */
    private volatile Map<String, List<Key>> keysByFirstWord;

    /**
     * @param origin where it begins; never null
     * @param entries its entries in order; copied; never null
     * @param keyOrigins where each key stands, as far as known; copied; never null
     */
    public Branch(Origin origin, Map<String, Node> entries, Map<String, Origin> keyOrigins) {
        this(origin, entries, keyOrigins, Variables.NONE);
    }

    /** @param variables which of the entries are variables, whose names do not tell words from paths */
    Branch(Origin origin, Map<String, Node> entries, Map<String, Origin> keyOrigins, Variables variables) {
        super(origin);
        this.variables = variables;
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        this.keyOrigins = Collections.unmodifiableMap(new LinkedHashMap<>(keyOrigins));
    }

    /**
     * The root of a document whose keys are names of variables: {@code DATABASE_MAX_CONNS} is found at each path that it may be meant
     * for, {@code database.max_conns} as well as {@code database_max.conns}. A name with dots in it is a key like any other.
     *
     * @param origin where it begins; never null
     * @param values the value of each variable; copied; never null
     */
    public static Branch ofVariables(Origin origin, Map<String, Leaf> values) {
        Map<String, Origin> origins = new LinkedHashMap<>();
        values.forEach((name, leaf) -> origins.put(name, leaf.origin()));
        return new Branch(origin, new LinkedHashMap<>(values), origins, Variables.named(values.keySet()));
    }

    /**
     * A branch of which some entries are variables.
     *
     * @param variables the keys of those; copied; never null
     */
    public static Branch of(
            Origin origin, Map<String, Node> entries, Map<String, Origin> keyOrigins, Collection<String> variables) {
        return new Branch(origin, entries, keyOrigins, Variables.named(variables));
    }

    /** Whether an entry is a variable, which has no place in the tree of paths. */
    public boolean isVariable(String key) {
        return variables.contains(key);
    }

    Variables variables() {
        return variables;
    }

    /** The entries in the order of the document, keys as written; unmodifiable. */
    public Map<String, Node> entries() {
        return entries;
    }

    /** Where the key stands; the origin of its node if that is all that is known; null if there is no such key. */
    public Origin keyOrigin(String key) {
        Origin known = keyOrigins.get(key);
        if (known != null) {
            return known;
        }
        Node node = entries.get(key);
        return node == null ? null : node.origin();
    }

    /**
     * The canonical first word of each key, with the first key as written that begins with it, in the order of the document: of
     * {@code maxConns} and {@code server.port}, max_conns and server. Unmodifiable.
     */
    public Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        byFirstWord().forEach((word, keys) -> words.put(word, keys.get(0).text()));
        return Collections.unmodifiableMap(words);
    }

    List<Key> keysStartingWith(String word) {
        return byFirstWord().getOrDefault(word, Collections.emptyList());
    }

    private Map<String, List<Key>> byFirstWord() {
        Map<String, List<Key>> known = keysByFirstWord;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (String text : entries.keySet()) {
                if (isVariable(text)) {
                    continue;
                }
                Key key = Key.of(text);
                known.computeIfAbsent(key.words().get(0), word -> new ArrayList<>(1))
                        .add(key);
            }
            known = Collections.unmodifiableMap(known);
            keysByFirstWord = known;
        }
        return known;
    }

    @Override
    public String kind() {
        return "a mapping of keys to values";
    }

    /** True if the other branch has equal entries under the same keys, in whatever order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Branch && entries.equals(((Branch) other).entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
