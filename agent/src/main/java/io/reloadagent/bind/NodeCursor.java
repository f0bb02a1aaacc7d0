package io.reloadagent.bind;

import com.fasterxml.jackson.core.JsonStreamContext;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Node;
import io.reloadagent.source.Sequence;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Where a {@link NodeParser} stands within one branch or sequence. Mutable, for one thread. */
final class NodeCursor extends JsonStreamContext {

    private final NodeCursor parent;
    private final Node container;
    private final Place place;
    private final Iterator<Node> items;
    private Iterator<Map.Entry<String, Node>> entries;
    private final Map<Object, String> claimed = new HashMap<>();
    private String name;
    private Node value;

    private NodeCursor(NodeCursor parent, Node container, Place place) {
        super(container instanceof Branch ? TYPE_OBJECT : TYPE_ARRAY, -1);
        this.parent = parent;
        this.container = container;
        this.place = place;
        this.items =
                container instanceof Sequence ? ((Sequence) container).items().iterator() : null;
        this.entries = container instanceof Branch
                ? ((Branch) container).entries().entrySet().iterator()
                : null;
    }

    static NodeCursor into(Node container, NodeCursor parent, Place place) {
        return new NodeCursor(parent, container, place);
    }

    /** Goes to the next entry or item; false at the end. */
    boolean advance() {
        Iterator<?> left = inObject() ? entries : items;
        if (!left.hasNext()) {
            return false;
        }
        if (inObject()) {
            Map.Entry<String, Node> entry = entries.next();
            name = entry.getKey();
            value = entry.getValue();
        } else {
            value = items.next();
        }
        _index++;
        return true;
    }

    /** Replaces the entries before the first is read. */
    void replace(Map<String, Node> others) {
        entries = others.entrySet().iterator();
    }

    /** What the key of an entry is converted to; gives the key that was converted to the same before, null if none was. */
    String claim(Object converted, String key) {
        return claimed.putIfAbsent(converted, key);
    }

    Node container() {
        return container;
    }

    /** The place of the container. */
    Place place() {
        return place;
    }

    Node value() {
        return value;
    }

    /** The place of the current entry or item. */
    Place valuePlace() {
        return inObject() ? place.key(name) : place.item(_index);
    }

    void rename(String other) {
        name = other;
    }

    @Override
    public NodeCursor getParent() {
        return parent;
    }

    @Override
    public String getCurrentName() {
        return name;
    }
}
