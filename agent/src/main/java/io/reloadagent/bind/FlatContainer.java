package io.reloadagent.bind;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Sequence;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list, set, map or array of scalars, as most structures in configurations are. Read without Jackson: to have its classes loaded for them would
 * cost the application a tenth of a second at its start. The values, and what is said of those that are wrong, are the same. Holds the
 * type; immutable.
 */
final class FlatContainer {

    private final Class<?> declared;
    private final Scalar content;

    private FlatContainer(Class<?> declared, Scalar content) {
        this.declared = declared;
        this.content = content;
    }

    /** Null if the type is none. */
    static FlatContainer of(Type type, ScalarTypes scalars) {
        Type contentType = contentOf(type);
        Scalar content = contentType == null ? null : scalars.of(contentType);
        return content == null ? null : new FlatContainer(rawOf(type), content);
    }

    /** Whether a type is one, whatever the application registers. */
    static boolean includes(Type type) {
        Type contentType = contentOf(type);
        return contentType != null && ScalarTypes.include(contentType);
    }

    /** What its items or values are; null if it is no such container. */
    private static Type contentOf(Type type) {
        if (type instanceof Class) {
            return ((Class<?>) type).getComponentType();
        }
        if (!(type instanceof ParameterizedType)) {
            return null;
        }
        Class<?> raw = rawOf(type);
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        if (raw == List.class || raw == Set.class || raw == Collection.class) {
            return arguments[0];
        }
        return raw == Map.class && arguments[0] == String.class ? arguments[1] : null;
    }

    private static Class<?> rawOf(Type type) {
        return (Class<?>) (type instanceof ParameterizedType ? ((ParameterizedType) type).getRawType() : type);
    }

    /**
     * Reads a node, and records what does not fit.
     *
     * @return null for a leaf that is null, and after a problem
     */
    Object read(Node node, Place place, Findings findings) {
        boolean nothing = node instanceof Leaf && ((Leaf) node).isNull();
        boolean fits = declared == Map.class ? node instanceof Branch : node instanceof Sequence;
        if (!nothing && !fits) {
            findings.expected(declared == Map.class ? "a mapping of keys to values" : "a list", place, node);
        }
        if (!fits) {
            return null;
        }
        return node instanceof Branch
                ? mapping((Branch) node, place, findings)
                : list(((Sequence) node).items(), place, findings);
    }

    private Object mapping(Branch branch, Place place, Findings findings) {
        @SuppressWarnings("unchecked")
        Map<String, Object> values =
                (Map<String, Object>) Containers.maker(declared).get();
        branch.entries().forEach((key, value) -> values.put(key, scalar(value, place.key(key), findings)));
        return Containers.unmodifiable(values, declared);
    }

    private Object list(List<Node> nodes, Place place, Findings findings) {
        List<Object> items = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            items.add(scalar(nodes.get(i), place.item(i), findings));
        }
        return declared.isArray() ? arrayOf(items) : collectionOf(items);
    }

    /** One that cannot be read does not keep the others from being looked at. */
    private Object scalar(Node node, Place place, Findings findings) {
        boolean primitive = declared.isArray() && declared.getComponentType().isPrimitive();
        Object value = null;
        try {
            value = content.read(node, primitive, place, findings);
        } catch (RuntimeException | LinkageError | StackOverflowError e) { // of the application's converter, or enum
            findings.refused(Failures.cause(e), place, node);
        }
        return value == null && primitive ? content.placeholder() : value;
    }

    private Object collectionOf(List<Object> items) {
        @SuppressWarnings("unchecked")
        Collection<Object> collection =
                (Collection<Object>) Containers.maker(declared).get();
        collection.addAll(items);
        return Containers.unmodifiable(collection, declared);
    }

    private Object arrayOf(List<Object> items) {
        Object array = Array.newInstance(declared.getComponentType(), items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, items.get(i));
        }
        return array;
    }
}
