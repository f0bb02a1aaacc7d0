package io.reloadagent.settings;

import io.reloadagent.apply.ApplyRule;
import io.reloadagent.bind.ClassPattern;
import io.reloadagent.bind.Nearest;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads {@code apply:}. */
final class ApplyList {

    private static final String EXPECTED =
            "a list of rules, [{path: database.max_conns, class: com.acme.Pool, method: setMaxSize}] for example";
    private static final List<String> KEYS = Arrays.asList("path", "class", "method", "type", "getter");

    private ApplyList() {}

    static List<ApplyRule> read(Node node) throws SettingsException {
        List<ApplyRule> rules = new ArrayList<>();
        Mistakes mistakes = new Mistakes();
        for (Node item : Nodes.list(node, EXPECTED)) {
            mistakes.in(() -> rules.add(rule(item)));
        }
        mistakes.throwIfAny();
        return rules;
    }

    private static ApplyRule rule(Node node) throws SettingsException {
        Map<String, Node> keys = Nodes.map(node, EXPECTED);
        for (String key : keys.keySet()) {
            if (!KEYS.contains(key)) {
                throw unknown(key, (Branch) node);
            }
        }
        for (String key : KEYS.subList(0, 3)) {
            if (!keys.containsKey(key)) {
                throw new SettingsException(
                        node.origin() + " this rule has no '" + key + "'; write {path: database.max_conns,"
                                + " class: com.acme.Pool, method: setMaxSize} for example");
            }
        }
        return new ApplyRule(
                path(keys.get("path")),
                classes(keys.get("class")),
                method(keys.get("method")),
                keys.containsKey("type")
                        ? Nodes.text(keys.get("type"), "the type of the method's parameter, int for example, or none")
                        : null,
                keys.containsKey("getter") ? method(keys.get("getter")) : null);
    }

    private static SettingsException unknown(String key, Branch rule) {
        String nearest = Nearest.of(key, KEYS);
        String advice =
                nearest == null ? "; known are " + String.join(", ", KEYS) : "; did you mean '" + nearest + "'?";
        return new SettingsException(rule.keyOrigin(key) + " unknown key '" + key + "'" + advice);
    }

    private static Path path(Node node) throws SettingsException {
        String text = Nodes.text(node, "a path, database.max_conns for example");
        try {
            return Path.of(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(node.origin() + " " + e.getMessage(), e);
        }
    }

    private static ClassPattern classes(Node node) throws SettingsException {
        try {
            return new ClassPattern(Nodes.text(node, "the name of a class, com.acme.Pool for example"));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(node.origin() + " " + e.getMessage(), e);
        }
    }

    private static String method(Node node) throws SettingsException {
        String expected = "the name of a method alone, setMaxSize for example";
        String name = Nodes.text(node, expected);
        boolean isName = Character.isJavaIdentifierStart(name.charAt(0))
                && name.chars().allMatch(Character::isJavaIdentifierPart);
        if (!isName) {
            throw Nodes.unexpected(node, expected);
        }
        return name;
    }
}
