package io.reloadagent.bind;

import io.reloadagent.field.Cell;
import io.reloadagent.field.Version;
import io.reloadagent.source.Document;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Withheld;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One comparison of a document with the version in force; collects all problems before it gives up. */
final class Comparison {

    private final Version seen;
    private final Document before;
    private final Document after;
    private final Map<Cell, Object> overrides = new HashMap<>();
    private final List<Cell> resets = new ArrayList<>();
    private final Map<Class<?>, List<Change>> changes = new LinkedHashMap<>();
    private final Set<Path> unset = new HashSet<>();
    private final Set<Problem> problems = new LinkedHashSet<>();

    Comparison(Version seen, Document after) {
        this.seen = seen;
        this.before = (Document) seen.basis();
        this.after = after;
    }

    ChangeSet of(Collection<Binding> bindings, Collection<Follower> followers, Unfollowed unfollowed)
            throws SourceException {
        for (Binding binding : bindings) {
            if (!seen.knows(binding.cell())) {
                continue; // about to be registered, from whichever document is then in force
            }
            try {
                compare(binding);
            } catch (SourceException e) {
                problems.addAll(e.problems());
            }
        }
        Consequences others = new Consequences(bound(bindings));
        followers.forEach(follower -> follower.compare(before, after, others));
        problems.addAll(others.problems());
        unset.addAll(others.unset());
        unfollowed.find(before, after, others.followed(), unset);
        problems.addAll(unfollowed.refused());
        if (!problems.isEmpty()) {
            throw new SourceException(SourceException.Kind.INVALID, new ArrayList<>(problems));
        }
        return new ChangeSet(
                seen, after, changes, unfollowed.changed(), unfollowed.misspelled(), overrides, resets, others);
    }

    private static Set<String> bound(Collection<Binding> bindings) {
        Set<String> bound = new HashSet<>();
        bindings.forEach(binding -> bound.add(binding.path().toString()));
        return bound;
    }

    private void compare(Binding binding) throws SourceException {
        Node oldNode = binding.findEarlier(before);
        Node newNode = binding.find(after);
        if (newNode == null) {
            unset.add(binding.path());
        }
        Cell cell = binding.cell();
        boolean overridden = seen.overrides(cell);
        boolean inForce = binding.isInForce(newNode);
        if (!overridden && Withheld.isIn(newNode)) {
            return; // a version of an earlier JVM, of which nobody knows this value
        }
        if (Objects.equals(oldNode, newNode) && inForce == overridden) {
            if (inForce) {
                problems.addAll(binding.check(seen.override(cell), newNode)); // nobody did when it was read first
            }
            return; // else the value was there when the field was first read, and did not fit
        }
        Object oldValue = overridden ? seen.override(cell) : ifConvertible(binding, oldNode);
        Object newValue = inForce ? binding.convert(newNode) : ifConvertible(binding, newNode);
        if (inForce) {
            problems.addAll(binding.check(newValue, newNode));
            if (overridden && binding.hasExactEquals() && Objects.deepEquals(oldValue, newValue)) {
                return;
            }
            overrides.put(cell, newValue);
        } else if (overridden) {
            resets.add(cell);
        } else {
            return;
        }
        changes.computeIfAbsent(binding.owner(), owner -> new ArrayList<>())
                .add(new Change(binding.path(), oldValue, newValue));
    }

    /** What the source holds while the field's own value is in force: the same, unless the application changed its mind. */
    private static Object ifConvertible(Binding binding, Node node) {
        try {
            return node == null ? null : binding.convert(node);
        } catch (SourceException e) {
            return null; // the source holds a value of another type, so it is not what is in force
        }
    }
}
