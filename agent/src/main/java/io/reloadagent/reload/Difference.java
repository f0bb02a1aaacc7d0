package io.reloadagent.reload;

import io.reloadagent.bind.SecretPaths;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Leaves;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What two versions were made from, compared path by path, in types of the JDK; secret values masked. */
public final class Difference {

    private static final String MASKED = "***";

    private final Predicate<Path> secret;

    /** @param secret tells whose values are not to be shown */
    public Difference(Predicate<Path> secret) {
        this.secret = secret;
    }

    /**
     * Each path at which two documents have different things, in canonical order, with both: a number and a truth value as such if they
     * are written as JSON writes them, else the text; a list as a list, a path without a value as null. Masked are what is at a secret
     * path, what repeats a secret, and what an earlier JVM has not written down.
     */
    public List<Map<String, Object>> between(Document from, Document to) {
        Map<String, Node> before = Leaves.of(from);
        Map<String, Node> after = Leaves.of(to);
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.removeIf(path -> Objects.equals(before.get(path), after.get(path)));
        UnaryOperator<String> mask = new SecretTexts(secret, from, to);
        Map<String, Map<String, Object>> changes = new LinkedHashMap<>();
        for (String text : paths) {
            Path path = Path.of("").child(text);
            String shown = SecretPaths.shown(path, secret);
            Object old = value(path, before.get(text), mask);
            changes.putIfAbsent(shown, change(shown, old, value(path, after.get(text), mask)));
        }
        return new ArrayList<>(changes.values());
    }

    private static Map<String, Object> change(String path, Object from, Object to) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("path", path);
        change.put("from", from);
        change.put("to", to);
        return change;
    }

    private Object value(Path path, Node node, UnaryOperator<String> mask) {
        if (node == null) {
            return null;
        }
        if (secret.test(path)) {
            return MASKED;
        }
        if (node instanceof Sequence) {
            List<Object> items = new ArrayList<>();
            ((Sequence) node).items().forEach(item -> items.add(value(path, item, mask)));
            return items;
        }
        return node instanceof Branch ? values(path, (Branch) node, mask) : value((Leaf) node, mask);
    }

    private Map<String, Object> values(Path path, Branch branch, UnaryOperator<String> mask) {
        Map<String, Object> values = new LinkedHashMap<>();
        branch.entries().forEach((key, node) -> values.put(key, value(path.child(key), node, mask)));
        return values;
    }

    private static Object value(Leaf leaf, UnaryOperator<String> mask) {
        if (leaf.isWithheld() || leaf.hiddenUtf8() != null) {
            return MASKED;
        }
        boolean asWritten = String.valueOf(leaf.value()).equals(leaf.text());
        String masked = mask.apply(leaf.text());
        return asWritten && masked.equals(leaf.text()) ? leaf.value() : masked;
    }
}
