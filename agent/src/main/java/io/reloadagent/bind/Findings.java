package io.reloadagent.bind;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Quoted;
import io.reloadagent.source.Sequence;
import io.reloadagent.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The problems of one conversion, worded so that no secret gets into them. For one thread. */
final class Findings {

    private static final int MOST = 1000;
    private static final int LONGEST_REASON = 200;

    private final Predicate<Path> secret;
    private final List<Problem> problems = new ArrayList<>();
    private int count;

    Findings(Predicate<Path> secret) {
        this.secret = secret;
    }

    int count() {
        return count;
    }

    void add(Origin origin, Place place, String message) {
        count++;
        if (problems.size() < MOST) {
            String path = shown(place);
            problems.add(new Problem(origin, path.isEmpty() ? null : path, message));
        }
    }

    private String shown(Place place) {
        String path = place.path().toString();
        String shown = SecretPaths.shown(place.path(), secret);
        return shown.equals(path) ? place.toString() : shown;
    }

    /** Says what is there instead of what was expected: "an int", "one of A, B". */
    void expected(String what, Place place, Node node) {
        add(node.origin(), place, "expected " + what + ", found " + shown(node, place));
    }

    /** The application's own code threw it. Its message is repeated only where it cannot be about a secret. */
    void refused(Throwable reason, Place place, Node node) {
        String message = "the application refused it with " + reason.getClass().getName();
        if (reason.getMessage() != null && !holdsSecret(node, place)) {
            message += ": " + Quoted.oneLine(reason.getMessage(), LONGEST_REASON);
        }
        add(node.origin(), place, message);
    }

    /** A constraint of the application says that it is wrong. */
    void violates(String constraint, Place place, Node node) {
        String reason = holdsSecret(node, place) ? "" : ": " + Quoted.oneLine(constraint, LONGEST_REASON);
        add(node.origin(), place, "a constraint of the application refuses it" + reason);
    }

    /** Those that were recorded; at the end of very many, a sentence stands for the rest. */
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        if (count > problems.size()) {
            all.add(new Problem(null, null, (count - problems.size()) + " more problems"));
        }
        return all;
    }

    void throwIfAny() throws SourceException {
        if (count == 0) {
            return;
        }
        throw new SourceException(SourceException.Kind.INVALID, problems());
    }

    /**
     * A key in a message.
     *
     * @param place what must not be secret for it to be shown
     */
    String shownKey(String key, Place place) {
        return secret.test(place.path()) ? "'***'" : Quoted.of(key);
    }

    private String shown(Node node, Place place) {
        if (node instanceof Branch) {
            return "a mapping of keys to values";
        }
        if (node instanceof Sequence) {
            return "a list";
        }
        Leaf leaf = (Leaf) node;
        if (leaf.isNull()) {
            return "nothing (null)";
        }
        return secret.test(place.path()) ? "'***'" : Quoted.of(leaf.text());
    }

    private boolean holdsSecret(Node node, Place place) {
        if (secret.test(place.path())) {
            return true;
        }
        if (node instanceof Branch) {
            return ((Branch) node)
                    .entries().entrySet().stream()
                            .anyMatch(entry -> holdsSecret(entry.getValue(), place.key(entry.getKey())));
        }
        return node instanceof Sequence
                && ((Sequence) node).items().stream().anyMatch(item -> holdsSecret(item, place.item(0)));
    }
}
