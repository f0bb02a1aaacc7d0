package io.reloadagent.field;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** An instance that is, or was, bound to a prefix of its own. Does not keep it alive. */
final class Instance extends WeakReference<Object> {

    /** That of the instance, which is gone when this is moved, perhaps. */
    final int hash;

    /** Null when it is bound no longer. Guarded by {@link Instances}. */
    private Row row;

    /** Those of the row. Written under the lock of {@link Instances}; read by all threads that read fields. */
    private volatile int[] indexes;

    Instance(Object instance, int hash, ReferenceQueue<Object> collected) {
        super(instance, collected);
        this.hash = hash;
    }

    Row row() {
        return row;
    }

    void move(Row other) {
        row = other;
        indexes = other == null ? null : other.indexes();
    }

    /** Where a version has the values of the fields, by ordinal; null if it is not bound. Another array for each row. */
    int[] indexes() {
        return indexes;
    }
}
