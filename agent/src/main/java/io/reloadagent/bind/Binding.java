package io.reloadagent.bind;

import io.reloadagent.field.Cell;
import io.reloadagent.source.Document;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A dynamic field, its path and its converter. Immutable. */
final class Binding {

    private final Class<?> owner;
    private final Cell cell;
    private final Path path;
    private final Target target;

    /** What the source held when the agent started, if the field keeps its own value until that changes; else null. */
    private final Document initial;

    Binding(Class<?> owner, Cell cell, Path path, Target target, Document initial) {
        this.owner = owner;
        this.cell = cell;
        this.path = path;
        this.target = target;
        this.initial = initial;
    }

    /** The class that declares the field. */
    Class<?> owner() {
        return owner;
    }

    Cell cell() {
        return cell;
    }

    Path path() {
        return path;
    }

    /**
     * What a document has for the field.
     *
     * @return null if it has nothing
     * @throws SourceException if two keys of it compete, or a value stands where the path needs a mapping
     */
    Node find(Document document) throws SourceException {
        return document.find(path);
    }

    /** What a document that was replaced has for the field; null also if that cannot be said: nothing was in force. */
    Node findEarlier(Document document) {
        try {
            return find(document);
        } catch (SourceException e) {
            return null; // said when the document was new
        }
    }

    /** Whether two documents have different things for the field, or one has nothing that it could take. */
    boolean differs(Document before, Document after) {
        try {
            return !Objects.equals(find(before), find(after));
        } catch (SourceException e) {
            return true; // said by whoever is asked for the value
        }
    }

    /** Whether a document's node, which may be null, overrides the field. */
    boolean isInForce(Node node) {
        return node != null && (initial == null || !node.equals(findEarlier(initial)));
    }

    /** Whether to convert a value may run code of the application. */
    boolean runsApplication() {
        return target.runsApplication();
    }

    /** Whether two values are equal only if they are the same for every purpose. */
    boolean hasExactEquals() {
        return target.hasExactEquals();
    }

    /** The paths that the field's type says are secret. */
    Set<Path> secrets() {
        return target.secrets(path);
    }

    /** The field's type as it is declared. */
    String typeName() {
        return target.typeName();
    }

    /** Converts a node to the field's type. */
    Object convert(Node node) throws SourceException {
        return target.convert(node, path);
    }

    /** What the field's constraints have against a value, made of a node. */
    List<Problem> check(Object value, Node node) {
        return target.check(value, node, path);
    }

    @Override
    public String toString() {
        return cell + " at " + path;
    }
}
