package io.reloadagent.instrument;

/** A field as byte code names it: the owner may be a subclass of the class that declares it. Immutable. */
final class FieldReference {

    final String owner;
    final String name;
    final String descriptor;

    FieldReference(String owner, String name, String descriptor) {
        this.owner = owner;
        this.name = name;
        this.descriptor = descriptor;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldReference
                && owner.equals(((FieldReference) other).owner)
                && name.equals(((FieldReference) other).name)
                && descriptor.equals(((FieldReference) other).descriptor);
    }

    @Override
    public int hashCode() {
        return 31 * owner.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return owner.replace('/', '.') + "." + name;
    }
}
