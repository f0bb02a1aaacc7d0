package io.reloadagent.reload;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What stands in documents, in types of the JDK; secret values, and texts that repeat one, masked. Immutable. */
public final class ShownNodes {

    private static final String MASKED = "***";

    private final Predicate<Path> secret;
    private final UnaryOperator<String> mask;

    /**
     * @param secret tells whose values are not to be shown
     * @param documents those whose nodes are asked for
     */
    public ShownNodes(Predicate<Path> secret, Document... documents) {
        this.secret = secret;
        this.mask = new SecretTexts(secret, documents);
    }

    /**
     * What a path holds: a number and a truth value as such if they are written as JSON writes them, else the text; a list as a list, a
     * mapping as a map. Masked are what is at a secret path, what repeats a secret, and what an earlier JVM has not written down.
     *
     * @param node null if there is nothing
     * @return null if there is nothing, or null
     */
    public Object of(Path path, Node node) {
        if (node == null) {
            return null;
        }
        if (secret.test(path)) {
            return MASKED;
        }
        if (node instanceof Sequence) {
            List<Object> items = new ArrayList<>();
            ((Sequence) node).items().forEach(item -> items.add(of(path, item)));
            return items;
        }
        return node instanceof Branch ? ofBranch(path, (Branch) node) : ofLeaf((Leaf) node);
    }

    private Map<String, Object> ofBranch(Path path, Branch branch) {
        Map<String, Object> values = new LinkedHashMap<>();
        branch.entries().forEach((key, node) -> values.put(key, of(path.child(key), node)));
        return values;
    }

    private Object ofLeaf(Leaf leaf) {
        if (leaf.isWithheld() || leaf.hiddenUtf8() != null) {
            return MASKED;
        }
        boolean asWritten = String.valueOf(leaf.value()).equals(leaf.text());
        String masked = mask.apply(leaf.text());
        return asWritten && masked.equals(leaf.text()) ? leaf.value() : masked;
    }
}
