package io.reloadagent.bind;

import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;

/** What a parameter of a method takes: how values for it are made. Keeps the class of the method alive. Immutable. */
public final class ValueType {

    private final Target target;

    ValueType(Target target) {
        this.target = target;
    }

    /**
     * Makes a value, as for a field of the same type. May run code of the application.
     *
     * @param path where the node stands, for messages
     * @throws SourceException with all that does not fit
     */
    public Object convert(Node node, Path path) throws SourceException {
        return target.convert(node, path);
    }

    /** Whether two values are equal only if they are the same for every purpose. */
    public boolean hasExactEquals() {
        return target.hasExactEquals();
    }

    /** Whether a value is more than a scalar, so that {@link Converter#prepare} is to be run before. */
    public boolean isStructure() {
        return target.isStructure();
    }

    /** Adds what the type says is secret at a path, and beneath it. */
    public void addSecrets(Path path, SecretPaths secret) {
        target.secrets(path).forEach(secret::add);
    }
}
