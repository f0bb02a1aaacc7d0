package io.reloadagent.source;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes the secret values out of a document that is to be written down: leaves at secret paths, those that are kept outside of the heap,
 * and those whose text repeats one of them, as a reference may have made it. A {@linkplain Leaf#withheld withheld} leaf stands in their
 * place; in that of a whole list, if one of its items has a secret in it, and of a mapping at a secret path. For one use by one thread.
 */
@SuppressWarnings("ReferenceEquality") // the same node stands for "nothing was taken out"
public final class Withheld {

    /** What shorter secrets are made of is everywhere. */
    private static final int SHORTEST_REPEATED = 6;

    private final Predicate<Path> secret;
    private final Set<String> texts = new LinkedHashSet<>();

    private Withheld(Predicate<Path> secret) {
        this.secret = secret;
    }

    /**
     * A document without its secret values.
     *
     * @param secret tells at which paths they are
     * @return the same document if it has none
     */
    public static Document in(Document document, Predicate<Path> secret) {
        Withheld withheld = new Withheld(secret);
        withheld.gather(document.root(), Path.of(""));
        Node root = withheld.without(document.root(), Path.of(""));
        return root == document.root() ? document : new Document(document.name(), (Branch) root);
    }

    /** The paths at which a document has withheld leaves; of a variable, each that it may be meant for. In their order. */
    public static List<Path> pathsOf(Document document) {
        Set<Path> paths = new LinkedHashSet<>();
        collect(document.root(), Path.of(""), paths);
        return paths.stream().sorted().collect(Collectors.toList());
    }

    /** Whether there is a withheld leaf in a node, which may be null. */
    public static boolean isIn(Node node) {
        if (node instanceof Branch) {
            return ((Branch) node).entries().values().stream().anyMatch(Withheld::isIn);
        }
        if (node instanceof Sequence) {
            return ((Sequence) node).items().stream().anyMatch(Withheld::isIn);
        }
        return node != null && ((Leaf) node).isWithheld();
    }

    private static void collect(Node node, Path path, Set<Path> paths) {
        if (node instanceof Branch) {
            Branch branch = (Branch) node;
            branch.entries().forEach((key, child) -> {
                if (!branch.isVariable(key)) {
                    collect(child, path.child(key), paths);
                } else if (isIn(child)) {
                    paths.addAll(Variables.pathsOf(key));
                }
            });
        } else if (isIn(node)) {
            paths.add(path);
        }
    }

    private void gather(Node node, Path path) {
        if (node instanceof Branch) {
            Branch branch = (Branch) node;
            branch.entries().forEach((key, child) -> {
                if (!branch.isVariable(key)) {
                    gather(child, path.child(key));
                } else if (isSecret(child, Variables.pathsOf(key))) {
                    texts.add(((Leaf) child).text());
                }
            });
        } else if (node instanceof Sequence) {
            ((Sequence) node).items().forEach(item -> gather(item, path));
        } else if (isSecret(node, Collections.singleton(path))) {
            texts.add(((Leaf) node).text());
        }
    }

    private boolean isSecret(Node leaf, Collection<Path> paths) {
        return ((Leaf) leaf).hiddenUtf8() != null || paths.stream().anyMatch(secret);
    }

    /** The same node if nothing in it is secret. */
    private Node without(Node node, Path path) {
        if (!(node instanceof Leaf) && !path.words().isEmpty() && secret.test(path)) {
            return Leaf.withheld(node.origin()); // the keys beneath are secret as well
        }
        if (node instanceof Branch) {
            return without((Branch) node, path);
        }
        if (node instanceof Sequence) {
            boolean withheld = ((Sequence) node).items().stream().anyMatch(item -> without(item, path) != item);
            return withheld ? Leaf.withheld(node.origin()) : node;
        }
        return withheld((Leaf) node, Collections.singleton(path));
    }

    private Branch without(Branch branch, Path path) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        boolean changed = false;
        for (Map.Entry<String, Node> entry : branch.entries().entrySet()) {
            String key = entry.getKey();
            Node child = entry.getValue();
            Node left = branch.isVariable(key)
                    ? withheld((Leaf) child, Variables.pathsOf(key))
                    : without(child, path.child(key));
            changed |= left != child;
            entries.put(key, left);
            origins.put(key, branch.keyOrigin(key));
        }
        return changed ? new Branch(branch.origin(), entries, origins, branch.variables()) : branch;
    }

    private Leaf withheld(Leaf leaf, Collection<Path> paths) {
        if (leaf.isWithheld() || (leaf.problem() != null && !isSecret(leaf, paths))) {
            return leaf;
        }
        return isSecret(leaf, paths) || repeatsSecret(leaf.text()) ? Leaf.withheld(leaf.origin()) : leaf;
    }

    private boolean repeatsSecret(String text) {
        return texts.stream().anyMatch(repeated -> repeated.length() >= SHORTEST_REPEATED && text.contains(repeated));
    }
}
