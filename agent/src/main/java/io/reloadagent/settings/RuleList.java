package io.reloadagent.settings;

import io.reloadagent.bind.ClassPattern;
import io.reloadagent.bind.Prefix;
import io.reloadagent.bind.Rule;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code dynamic:}. */
final class RuleList {

    private static final String EXPECTED =
            "a list of rules, [{class: com.acme.Config, prefix: app, fields: [size]}] for example";
    private static final String FIELDS = "a list of fields, or a mapping of fields to paths below the prefix";

    private RuleList() {}

    static List<Rule> read(Node node) throws SettingsException {
        List<Rule> rules = new ArrayList<>();
        for (Node item : Nodes.list(node, EXPECTED)) {
            rules.add(rule(item));
        }
        return rules;
    }

    private static Rule rule(Node node) throws SettingsException {
        Map<String, Node> keys = Nodes.map(node, EXPECTED, "class", "prefix", "fields", "initial");
        if (!keys.containsKey("class")) {
            throw new SettingsException(node.origin() + " this rule names no class; add 'class: com.acme.Config'");
        }
        return new Rule(
                classes(keys.get("class")),
                keys.containsKey("prefix") ? prefix(keys.get("prefix")) : Prefix.of(""),
                keys.containsKey("fields") ? fields(keys.get("fields")) : null,
                keys.containsKey("initial") && isInitialSource(keys.get("initial")));
    }

    private static ClassPattern classes(Node node) throws SettingsException {
        try {
            return new ClassPattern(Nodes.text(node, "the name of a class, com.acme.Config for example"));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(node.origin() + " " + e.getMessage(), e);
        }
    }

    private static Prefix prefix(Node node) throws SettingsException {
        try {
            return Prefix.of(Nodes.text(node, "a path, database.pool or databases.${name} for example"));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(node.origin() + " " + e.getMessage(), e);
        }
    }

    private static Path path(Node node) throws SettingsException {
        String text = Nodes.text(node, "a path, database.pool for example");
        try {
            return Path.of(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(node.origin() + " " + e.getMessage(), e);
        }
    }

    private static Map<String, Path> fields(Node node) throws SettingsException {
        Map<String, Path> fields = new LinkedHashMap<>();
        if (node instanceof Branch) {
            for (Map.Entry<String, Node> field : Nodes.map(node, FIELDS).entrySet()) {
                fields.put(field.getKey(), path(field.getValue()));
            }
        } else {
            for (Node field : Nodes.list(node, FIELDS)) {
                fields.put(Nodes.text(field, FIELDS), path(field));
            }
        }
        return fields;
    }

    private static boolean isInitialSource(Node node) throws SettingsException {
        String expected = "application (the field's own value until the source changes) or source";
        switch (Nodes.text(node, expected)) {
            case "application":
                return false;
            case "source":
                return true;
            default:
                throw Nodes.unexpected(node, expected);
        }
    }
}
