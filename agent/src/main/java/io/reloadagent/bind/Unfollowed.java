package io.reloadagent.bind;

import io.reloadagent.source.Document;
import io.reloadagent.source.Leaves;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the paths that no dynamic field follows, nor one whose class may still be loaded: those that a document changes, and
 * those that may be misspelled. For one comparison, by one thread.
 */
final class Unfollowed {

    private static final String STRICT = "; reload.strict is on";

    private final Rules rules;
    private final SecretPaths secret;
    private final boolean strict;
    private final List<Path> changed = new ArrayList<>();
    private final List<Problem> misspelled = new ArrayList<>();
    private final List<Problem> refused = new ArrayList<>();

    /**
     * @param rules tell which fields may still come
     * @param secret whose values, and the keys beneath, must not be shown
     * @param strict whether such paths are to be refused
     */
    Unfollowed(Rules rules, SecretPaths secret, boolean strict) {
        this.rules = rules;
        this.secret = secret;
        this.strict = strict;
    }

    /**
     * Looks for them.
     *
     * @param bound the paths that fields follow
     * @param unset those of them that the new document has nothing at
     */
    void find(Document before, Document after, Set<String> bound, Collection<Path> unset) {
        Map<String, Node> old = Leaves.of(before);
        Map<String, Node> now = Leaves.of(after);
        Misspelling misspelling = new Misspelling(unset);
        now.forEach((leaf, node) -> {
            if (!isWithin(leaf, bound) && !isPartOfAnother(leaf, before, after)) {
                look(leaf, node, !node.equals(old.get(leaf)), misspelling);
            }
        });
        old.forEach((leaf, node) -> {
            if (!now.containsKey(leaf) && !isWithin(leaf, bound) && !isPartOfAnother(leaf, before, after)) {
                gone(leaf);
            }
        });
    }

    /** Those that differ between the documents, in the order of the new one. */
    List<Path> changed() {
        return changed;
    }

    /** What to say of those of the new document that resemble a path which is followed and has nothing there. */
    List<Problem> misspelled() {
        return misspelled;
    }

    /** What to say of all that strict mode refuses; empty without it. */
    List<Problem> refused() {
        return refused;
    }

    private void look(String leaf, Node node, boolean differs, Misspelling misspelling) {
        Path path = path(leaf);
        if (differs ? rules.await(path) : rules.mayBind(path)) {
            return;
        }
        Path meant = misspelling.of(path);
        boolean secretly = meant != null && isShortened(meant);
        String advice = meant == null || secretly ? "" : "; did you mean " + meant + "?";
        if (differs) {
            changed.add(path);
        }
        if (meant != null) {
            misspelled.add(
                    new Problem(node.origin(), shown(path), "unknown key, no dynamic field follows it" + advice));
        }
        if (strict && (differs || meant != null)) {
            String what = "unknown key, or one that needs a restart: no dynamic field follows it";
            refused.add(new Problem(node.origin(), shown(path), what + advice + STRICT));
        }
    }

    private void gone(String leaf) {
        Path path = path(leaf);
        if (rules.await(path)) {
            return;
        }
        changed.add(path);
        if (strict) {
            String what = "was deleted, which needs a restart: no dynamic field follows it";
            refused.add(new Problem(null, shown(path), what + STRICT));
        }
    }

    private String shown(Path path) {
        return SecretPaths.shown(path, secret);
    }

    private boolean isShortened(Path path) {
        return !Objects.equals(shown(path), path.toString());
    }

    /** What it is part of differs with it, and is looked at itself. */
    private static boolean isPartOfAnother(String leaf, Document before, Document after) {
        Path path = path(leaf);
        return before.refersTo(path) || after.refersTo(path);
    }

    private static boolean isWithin(String path, Set<String> bound) {
        if (bound.contains(path) || bound.contains("")) {
            return true;
        }
        int dot = path.indexOf('.');
        while (dot >= 0) {
            if (bound.contains(path.substring(0, dot))) {
                return true;
            }
            dot = path.indexOf('.', dot + 1);
        }
        return false;
    }

    /** The path of a leaf, whose key may be one that no path is written with, such as {@code .hidden}. */
    private static Path path(String leaf) {
        return Path.of("").child(leaf);
    }
}
