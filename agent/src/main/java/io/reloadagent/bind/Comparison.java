package io.reloadagent.bind;

import io.reloadagent.field.Cell;
import io.reloadagent.field.Version;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaves;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One comparison of a document with the version in force; collects all problems before it gives up. */
final class Comparison {

    private final Version seen;
    private final Document before;
    private final Document after;
    private final Map<Cell, Object> overrides = new HashMap<>();
    private final List<Cell> resets = new ArrayList<>();
    private final Map<Path, Change> changes = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Comparison(Version seen, Document after) {
        this.seen = seen;
        this.before = (Document) seen.basis();
        this.after = after;
    }

    ChangeSet of(Collection<Binding> bindings, Rules rules) throws SourceException {
        for (Binding binding : bindings) {
            if (!seen.knows(binding.cell())) {
                continue; // about to be registered, from whichever document is then in force
            }
            try {
                compare(binding);
            } catch (SourceException e) {
                e.problems().stream()
                        .filter(problem -> !problems.contains(problem))
                        .forEach(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new SourceException(SourceException.Kind.INVALID, problems);
        }
        return new ChangeSet(
                seen, after, new ArrayList<>(changes.values()), unbound(bindings, rules), overrides, resets);
    }

    private void compare(Binding binding) throws SourceException {
        Node oldNode = binding.findEarlier(before);
        Node newNode = binding.find(after);
        Cell cell = binding.cell();
        boolean overridden = seen.overrides(cell);
        boolean inForce = binding.isInForce(newNode);
        if (Objects.equals(oldNode, newNode) && inForce == overridden) {
            return; // else the value was there when the field was first read, and did not fit
        }
        Object oldValue = overridden ? seen.override(cell) : ifConvertible(binding, oldNode);
        Object newValue = inForce ? binding.convert(newNode) : ifConvertible(binding, newNode);
        if (inForce) {
            if (overridden && binding.hasExactEquals() && Objects.deepEquals(oldValue, newValue)) {
                return;
            }
            overrides.put(cell, newValue);
        } else if (overridden) {
            resets.add(cell);
        } else {
            return;
        }
        changes.putIfAbsent(binding.path(), new Change(binding.path(), oldValue, newValue));
    }

    /** What the source holds while the field's own value is in force: the same, unless the application changed its mind. */
    private static Object ifConvertible(Binding binding, Node node) {
        try {
            return node == null ? null : binding.convert(node);
        } catch (SourceException e) {
            return null; // the source holds a value of another type, so it is not what is in force
        }
    }

    /** Paths that differ and belong to no dynamic field, nor to one whose class may still be loaded. */
    private List<Path> unbound(Collection<Binding> bindings, Rules rules) {
        Map<String, Node> old = Leaves.of(before.root());
        Map<String, Node> now = Leaves.of(after.root());
        Set<String> differing = new LinkedHashSet<>(now.keySet());
        differing.addAll(old.keySet());
        differing.removeIf(path -> Objects.equals(old.get(path), now.get(path)));
        Set<String> bound =
                bindings.stream().map(binding -> binding.path().toString()).collect(Collectors.toSet());
        return differing.stream()
                .filter(path -> !isWithin(path, bound))
                .map(Comparison::path)
                .filter(path -> !rules.await(path))
                .collect(Collectors.toList());
    }

    private static boolean isWithin(String path, Set<String> bound) {
        int dot = path.indexOf('.');
        while (dot >= 0) {
            if (bound.contains(path.substring(0, dot))) {
                return true;
            }
            dot = path.indexOf('.', dot + 1);
        }
        return bound.contains(path) || bound.contains("");
    }

    /** The path of a leaf, whose key may be one that no path is written with, such as {@code .hidden}. */
    private static Path path(String leaf) {
        return Path.of("").child(leaf);
    }
}
