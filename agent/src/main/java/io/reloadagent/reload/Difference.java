package io.reloadagent.reload;

import io.reloadagent.bind.SecretPaths;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaves;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What two versions were made from, compared path by path, in types of the JDK; secret values masked. */
public final class Difference {

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
        ShownNodes nodes = new ShownNodes(secret, from, to);
        Map<String, Map<String, Object>> changes = new LinkedHashMap<>();
        for (String text : paths) {
            Path path = Path.of("").child(text);
            String shown = SecretPaths.shown(path, secret);
            Object old = nodes.of(path, before.get(text));
            changes.putIfAbsent(shown, change(shown, old, nodes.of(path, after.get(text))));
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
}
