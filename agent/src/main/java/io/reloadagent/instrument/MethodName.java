package io.reloadagent.instrument;

/** A method of a class. Immutable. */
final class MethodName {

    private final String owner;
    private final String name;
    private final String descriptor;

    MethodName(String owner, String name, String descriptor) {
        this.owner = owner;
        this.name = name;
        this.descriptor = descriptor;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MethodName
                && owner.equals(((MethodName) other).owner)
                && name.equals(((MethodName) other).name)
                && descriptor.equals(((MethodName) other).descriptor);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + descriptor.hashCode();
    }

    /** For example {@code com.acme.Pool.resize(I)V}. */
    @Override
    public String toString() {
        return owner.replace('/', '.') + "." + name + descriptor;
    }
}
