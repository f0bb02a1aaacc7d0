package io.reloadagent.source.format;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Node;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A branch while it is read: refuses a key that it has already. For one use by one thread. */
final class Entries {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Origin> origins = new LinkedHashMap<>();
    private final Limits limits;

    Entries(Limits limits) {
        this.limits = limits;
    }

    /**
     * Announces a key, before its value is read.
     *
     * @throws SourceException if it is too long, or there already
     */
    void key(String key, Origin origin) throws SourceException {
        limits.checkKey(key, origin);
        Origin first = origins.putIfAbsent(key, origin);
        if (first != null) {
            throw Refusal.duplicate(origin, first);
        }
    }

    /** Gives the announced key its value. */
    void value(String key, Node node) {
        nodes.put(key, node);
    }

    /** Adds what another branch has and this one not. */
    void merge(Branch branch) {
        branch.entries().forEach((key, node) -> {
            if (nodes.putIfAbsent(key, node) == null) {
                origins.put(key, branch.keyOrigin(key));
            }
        });
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    Branch branch(Origin origin) {
        return new Branch(origin, nodes, origins);
    }
}
