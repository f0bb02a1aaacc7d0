package io.reloadagent.cli;

import io.reloadagent.source.Branch;
import io.reloadagent.source.FileSource;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Sequence;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Sources;
import io.reloadagent.source.format.Formats;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** Where each rule stands in a configuration file, for people. Immutable. */
final class RulePlaces {

    private final List<Node> rules;

    private RulePlaces(List<Node> rules) {
        this.rules = rules;
    }

    /** @throws SourceException if the file cannot be read any more */
    static RulePlaces of(String file) throws SourceException {
        FileSource source = new FileSource(Paths.get(file).toAbsolutePath(), Formats.YAML);
        Node dynamic = new Sources(Collections.singletonList(source), Duration.ZERO)
                .read()
                .parse()
                .root()
                .entries()
                .get("dynamic");
        return new RulePlaces(
                dynamic instanceof Sequence ? ((Sequence) dynamic).items() : Collections.emptyList());
    }

    /** Where a rule names its class; null if nobody knows. */
    Origin ofClass(int rule) {
        Node node = in(rule, "class");
        return node == null ? null : node.origin();
    }

    /** Where a rule names a field; where it names its class, if it does not. */
    Origin ofField(int rule, String field) {
        Node fields = in(rule, "fields");
        if (fields instanceof Branch && ((Branch) fields).entries().containsKey(field)) {
            return ((Branch) fields).keyOrigin(field);
        }
        if (fields instanceof Sequence) {
            for (Node item : ((Sequence) fields).items()) {
                if (item.toString().equals(field)) {
                    return item.origin();
                }
            }
        }
        return ofClass(rule);
    }

    private Node in(int rule, String key) {
        Node node = rule < rules.size() ? rules.get(rule) : null;
        return node instanceof Branch ? ((Branch) node).entries().get(key) : null;
    }
}
