package io.reloadagent.source;

import java.util.LinkedHashMap;
import java.util.Map;

/** Has one tree use the nodes of another wherever they are equal, so that many versions of a document take little room. */
final class Shared {

    private Shared() {}

    /** A node equal to this one. Places in the shared parts are those of the other. */
    static Node of(Node node, Node other) {
        if (node.equals(other)) {
            return other;
        }
        if (!(node instanceof Branch && other instanceof Branch)) {
            return node;
        }
        Branch branch = (Branch) node;
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        branch.entries().forEach((key, child) -> {
            Node known = ((Branch) other).entries().get(key);
            entries.put(key, known == null ? child : of(child, known));
            origins.put(key, branch.keyOrigin(key));
        });
        return new Branch(branch.origin(), entries, origins, branch.variables());
    }
}
