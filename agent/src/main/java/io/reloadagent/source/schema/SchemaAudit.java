package io.reloadagent.source.schema;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Sequence;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Looks for what the validator would pass over in a schema: references to other places, and patterns that are none. */
final class SchemaAudit {

    /** What they hold is no schema. */
    private static final Set<String> VALUES = new HashSet<>(Arrays.asList("enum", "const", "default", "examples"));

    /** The keys within them are names. */
    private static final Set<String> NAMED = new HashSet<>(Arrays.asList(
            "properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies"));

    private static final Pattern ELSEWHERE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");

    private SchemaAudit() {}

    static void of(Node schema, List<Problem> problems) {
        if (schema instanceof Sequence) {
            ((Sequence) schema).items().forEach(item -> of(item, problems));
        } else if (schema instanceof Branch) {
            ((Branch) schema).entries().forEach((keyword, value) -> of(keyword, value, problems));
        }
    }

    private static void of(String keyword, Node value, List<Problem> problems) {
        if (NAMED.contains(keyword) && value instanceof Branch) {
            Map<String, Node> entries = ((Branch) value).entries();
            if (keyword.equals("patternProperties")) {
                entries.forEach((pattern, schema) -> pattern(pattern, schema, problems));
            }
            entries.values().forEach(schema -> of(schema, problems));
        } else if (value instanceof Leaf) {
            String text = ((Leaf) value).text();
            if (keyword.equals("pattern")) {
                pattern(text, value, problems);
            } else if (keyword.equals("$ref") && ELSEWHERE.matcher(text).matches()) {
                problems.add(new Problem(
                        value.origin(),
                        null,
                        "'$ref' leads elsewhere, and nothing is fetched; copy what it names into $defs"));
            }
        } else if (!VALUES.contains(keyword)) {
            of(value, problems);
        }
    }

    private static void pattern(String pattern, Node node, List<Problem> problems) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            problems.add(new Problem(node.origin(), null, "is no regular expression: " + e.getDescription()));
        }
    }
}
