package io.reloadagent.bind;

import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;

/** What a dynamic field takes: how values for it are made, and what they have to satisfy. Immutable. */
final class Target {

    private final Type type;
    private final Converter converter;

    /** Null unless the field is read otherwise than its type is, as an amount of data for example. */
    private final Scalar scalar;

    private final boolean isJson;
    private final FieldConstraints constraints;

    /**
     * @param scalar reads the values of this field alone; null if they are read as all of its type are
     * @param isJson whether values are written as texts that are JSON
     */
    Target(Type type, Converter converter, Scalar scalar, boolean isJson, FieldConstraints constraints) {
        this.type = type;
        this.converter = converter;
        this.scalar = scalar;
        this.isJson = isJson;
        this.constraints = constraints;
    }

    /** The field's type as it is declared, {@code java.util.List<java.lang.String>} for example. */
    String typeName() {
        return type.getTypeName();
    }

    /** Makes a value. */
    Object convert(Node node, Path path) throws SourceException {
        converter.refuseUnresolved(node, path);
        Node read = isJson ? JsonText.read(node, path) : node;
        return scalar == null
                ? converter.convert(read, type, path)
                : converter.convert(read, scalar, isPrimitive(), path);
    }

    /** What the field's constraints have against a value. Runs the application's validator. */
    List<Problem> check(Object value, Node node, Path path) {
        return constraints.check(value, node, path);
    }

    /** Whether to convert a value may run code of the application. */
    boolean runsApplication() {
        return !JdkTypes.contain(type);
    }

    /**
     * Whether two values are equal only if they are the same for every purpose. What the application says is not certain, and
     * {@link java.net.URL} takes two names of one address for the same.
     */
    boolean hasExactEquals() {
        return !runsApplication() && !type.getTypeName().contains("java.net.URL");
    }

    /** The paths at and beneath one of the field that its type says are secret. */
    Set<Path> secrets(Path path) {
        return SecretParts.of(type, path);
    }

    /** Whether a value is more than a scalar, or a container of some. */
    boolean isStructure() {
        return !ScalarTypes.include(type) && !FlatContainer.includes(type);
    }

    private boolean isPrimitive() {
        return type instanceof Class && ((Class<?>) type).isPrimitive();
    }
}
