package io.reloadagent.field;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** A field as the classes of one class loader name it, and its number in their byte code. Refers to the loader weakly. */
final class NumberedRead extends WeakReference<ClassLoader> {

    final int number;
    final String name;
    final String descriptor;
    private final String owner;

    /** Describes a field; the queue gets this when the loader is gone. */
    NumberedRead(
            int number,
            ClassLoader loader,
            ReferenceQueue<ClassLoader> unloaded,
            String owner,
            String name,
            String descriptor) {
        super(loader, unloaded);
        this.number = number;
        this.owner = owner.replace('/', '.');
        this.name = name;
        this.descriptor = descriptor;
    }

    /** The class that the reads name: they have resolved it, and the loader knows it. Does not initialise it. */
    Class<?> owner(ClassLoader loader) throws ClassNotFoundException {
        return Class.forName(owner, false, loader);
    }

    /** The field's name with the class that the reads name. */
    @Override
    public String toString() {
        return owner + "." + name;
    }
}
