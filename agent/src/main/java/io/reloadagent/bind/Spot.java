package io.reloadagent.bind;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Sequence;
import io.reloadagent.source.SourceException;
import java.util.List;

/** A place within a value, with the node that it was made of; where there is none, with the one around it. Immutable. */
final class Spot {

    private final Place place;
    private final Node node;

    Spot(Place place, Node node) {
        this.place = place;
        this.node = node;
    }

    Place place() {
        return place;
    }

    Node node() {
        return node;
    }

    /** The one of a property, or of a key of a map. */
    Spot key(String name) {
        return new Spot(place.key(name), node instanceof Branch ? child((Branch) node, name) : node);
    }

    private static Node child(Branch branch, String name) {
        Node exact = branch.entries().get(name);
        if (exact != null) {
            return exact;
        }
        try {
            Node found = Path.of("").child(name).find(branch);
            return found == null ? branch : found;
        } catch (SourceException e) {
            return branch; // said when the value was made
        }
    }

    /** The one of an item of a list, counted from 0. */
    Spot item(int index) {
        List<Node> items = node instanceof Sequence ? ((Sequence) node).items() : null;
        boolean known = items != null && index < items.size();
        return new Spot(place.item(index), known ? items.get(index) : node);
    }
}
