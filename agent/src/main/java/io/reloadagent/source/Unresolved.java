package io.reloadagent.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The leaves in a part of a document whose values cannot be told. */
public final class Unresolved {

    private static final String HIDDEN =
            "a reference in it cannot be resolved; write '$${' where '${' does not begin one";

    private Unresolved() {}

    /**
     * Refuses a node with such leaves in it.
     *
     * @param node what is about to be used; null is fine
     * @param path where it stands, for the problem of a leaf; never null
     * @param secret tells at which paths not even a reference may be shown: it may be a part of a password
     * @throws SourceException of kind INVALID with the problems of all of them
     */
    public static void refuse(Node node, Path path, Predicate<Path> secret) throws SourceException {
        if (!isIn(node)) {
            return;
        }
        List<Problem> problems = new ArrayList<>();
        collect(node, path, secret, problems);
        throw new SourceException(SourceException.Kind.INVALID, problems);
    }

    private static boolean isIn(Node node) {
        if (node instanceof Branch) {
            return ((Branch) node).entries().values().stream().anyMatch(Unresolved::isIn);
        }
        if (node instanceof Sequence) {
            return ((Sequence) node).items().stream().anyMatch(Unresolved::isIn);
        }
        return node != null && ((Leaf) node).problem() != null;
    }

    private static void collect(Node node, Path path, Predicate<Path> secret, List<Problem> problems) {
        if (node instanceof Branch) {
            ((Branch) node).entries().forEach((key, child) -> collect(child, path.child(key), secret, problems));
        } else if (node instanceof Sequence) {
            ((Sequence) node).items().forEach(item -> collect(item, path, secret, problems));
        } else if (((Leaf) node).problem() != null) {
            Problem problem = ((Leaf) node).problem();
            String message = secret.test(path) ? discreet((Leaf) node) : problem.message();
            problems.add(new Problem(problem.origin(), path.toString(), message));
        }
    }

    /** What is wrong with a leaf that has a problem, without anything of what is written there. */
    static String discreet(Leaf leaf) {
        Problem problem = leaf.problem();
        if (problem.discreet() != null) {
            return problem.discreet();
        }
        return leaf.text().isEmpty() ? problem.message() : HIDDEN; // nothing is written, so nothing is repeated
    }
}
