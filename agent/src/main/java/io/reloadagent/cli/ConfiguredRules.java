package io.reloadagent.cli;

import io.reloadagent.source.Branch;
import io.reloadagent.source.FileSource;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Sequence;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Sources;
import io.reloadagent.source.format.Formats;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rules of a configuration file as they are written, with their places. Immutable. */
final class ConfiguredRules {

    private final List<Branch> rules;

    private ConfiguredRules(List<Branch> rules) {
        this.rules = rules;
    }

    /**
     * Reads a file that is known to be good.
     *
     * @param key of a list of mappings, {@code dynamic}
     * @throws SourceException if it cannot be read any more
     */
    static ConfiguredRules of(String file, String key) throws SourceException {
        FileSource source = new FileSource(Paths.get(file).toAbsolutePath(), Formats.YAML);
        Branch root = new Sources(Collections.singletonList(source), Duration.ZERO)
                .read()
                .parse()
                .root();
        List<Branch> rules = new ArrayList<>();
        Node list = root.entries().get(key);
        if (list instanceof Sequence) {
            for (Node item : ((Sequence) list).items()) {
                rules.add(
                        item instanceof Branch
                                ? (Branch) item
                                : new Branch(item.origin(), Collections.emptyMap(), Collections.emptyMap()));
            }
        }
        return new ConfiguredRules(rules);
    }

    int size() {
        return rules.size();
    }

    /** The text of a rule's key; null if it has none. */
    String text(int rule, String key) {
        Node node = node(rule, key);
        return node instanceof Leaf ? ((Leaf) node).text() : null;
    }

    /** Where the value of a rule's key stands; null if nobody knows. */
    Origin origin(int rule, String key) {
        Node node = node(rule, key);
        return node == null ? null : node.origin();
    }

    /** Where a rule names a field; where it names its class, if it does not. */
    Origin ofField(int rule, String field) {
        Node fields = node(rule, "fields");
        if (fields instanceof Branch && ((Branch) fields).entries().containsKey(field)) {
            return ((Branch) fields).keyOrigin(field);
        }
        if (fields instanceof Sequence) {
            for (Node item : ((Sequence) fields).items()) {
                if (item instanceof Leaf && ((Leaf) item).text().equals(field)) {
                    return item.origin();
                }
            }
        }
        return origin(rule, "class");
    }

    private Node node(int rule, String key) {
        return rule < rules.size() ? rules.get(rule).entries().get(key) : null;
    }
}
