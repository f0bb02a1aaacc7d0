package io.reloadagent.settings;

import io.reloadagent.bind.ClassPattern;
import io.reloadagent.bind.Prefix;
import io.reloadagent.bind.Rule;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code dynamic:}. */
final class RuleList {

    private static final String EXPECTED =
            "a list of rules, [{class: com.acme.Config, prefix: app, fields: [size]}] for example";
    private static final String FIELD = "a path, or {path: upload.max, as: size} for example";
    private static final String AS = "size, for an int or a long that is an amount of data such as 10MB";
    private static final String FIELDS = "a list of fields, or a mapping of fields to paths below the prefix";

    private RuleList() {}

    static List<Rule> read(Node node) throws SettingsException {
        List<Rule> rules = new ArrayList<>();
        Mistakes mistakes = new Mistakes();
        for (Node item : Nodes.list(node, EXPECTED)) {
            mistakes.in(() -> rules.add(rule(item)));
        }
        mistakes.throwIfAny();
        return rules;
    }

    private static Rule rule(Node node) throws SettingsException {
        Map<String, Node> keys = Nodes.map(node, EXPECTED, "class", "prefix", "fields", "initial");
        if (!keys.containsKey("class")) {
            throw new SettingsException(node.origin() + " this rule names no class; add 'class: com.acme.Config'");
        }
        Set<String> sizes = new HashSet<>();
        Rule rule = new Rule(
                classes(keys.get("class")),
                keys.containsKey("prefix") ? prefix(keys.get("prefix")) : Prefix.of(""),
                keys.containsKey("fields") ? fields(keys.get("fields"), sizes) : null,
                keys.containsKey("initial") && isInitialSource(keys.get("initial")));
        return rule.withSizes(sizes);
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

    private static Map<String, Path> fields(Node node, Set<String> sizes) throws SettingsException {
        Map<String, Path> fields = new LinkedHashMap<>();
        if (node instanceof Branch) {
            for (Map.Entry<String, Node> field : Nodes.map(node, FIELDS).entrySet()) {
                fields.put(field.getKey(), field(field, sizes));
            }
        } else {
            for (Node field : Nodes.list(node, FIELDS)) {
                fields.put(Nodes.text(field, FIELDS), path(field));
            }
        }
        return fields;
    }

    /** The path of a field: {@code pool.size}, or {@code {path: upload.max, as: size}}. */
    private static Path field(Map.Entry<String, Node> field, Set<String> sizes) throws SettingsException {
        Node node = field.getValue();
        if (!(node instanceof Branch)) {
            return path(node);
        }
        Map<String, Node> keys = Nodes.map(node, FIELD, "path", "as");
        if (keys.containsKey("as")) {
            if (!Nodes.text(keys.get("as"), AS).equals("size")) {
                throw Nodes.unexpected(keys.get("as"), AS);
            }
            sizes.add(field.getKey());
        }
        return keys.containsKey("path") ? path(keys.get("path")) : Path.of("").child(field.getKey());
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
