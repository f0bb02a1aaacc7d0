package io.reloadagent.field;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Reads a field whose instances are told apart: what its sites do from when the first instance was bound. An instance that
 * is not bound reads what the field's own cell has. Reads of primitives pass their bits, to read them all in one place.
 */
final class InstanceRead {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Cell field;
    private final Instances instances;
    private final int ordinal;

    private InstanceRead(Cell field, Instances instances, int ordinal) {
        this.field = field;
        this.instances = instances;
        this.ordinal = ordinal;
    }

    /**
     * The read of a field, in the type of its sites, {@code (Object, T)T}.
     *
     * @param ordinal where rows have the field's cell
     */
    static MethodHandle of(Cell field, Instances instances, int ordinal, MethodType siteType) {
        Class<?> type = siteType.returnType();
        Class<?> erased = type.isPrimitive() ? type : Object.class;
        try {
            return LOOKUP.bind(
                            new InstanceRead(field, instances, ordinal),
                            "read",
                            MethodType.methodType(erased, Object.class, erased))
                    .asType(siteType);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no read of instances for " + type, e);
        }
    }

    /**
     * The row is looked at again behind the value: when an instance is bound to another one, the places of the first may
     * get to belong to somebody else.
     */
    Object read(Object instance, Object own) {
        Instance bound = instances.find(instance);
        while (true) {
            int[] row = bound == null ? null : bound.indexes();
            int index = row == null ? field.index() : row[ordinal];
            Values values = field.visibleValues();
            Object value = values.has(index) ? values.reference(index) : own;
            if (value != Values.GONE && (bound == null || bound.indexes() == row)) {
                return value;
            }
        }
    }

    long read(Object instance, long own) {
        Instance bound = instances.find(instance);
        while (true) {
            int[] row = bound == null ? null : bound.indexes();
            int index = row == null ? field.index() : row[ordinal];
            Values values = field.visibleValues();
            long value = values.has(index) ? values.primitive(index) : own;
            if (bound == null || bound.indexes() == row) {
                return value;
            }
        }
    }

    int read(Object instance, int own) {
        return (int) read(instance, (long) own);
    }

    boolean read(Object instance, boolean own) {
        return read(instance, own ? 1L : 0L) != 0;
    }

    double read(Object instance, double own) {
        return Double.longBitsToDouble(read(instance, Double.doubleToRawLongBits(own)));
    }

    float read(Object instance, float own) {
        return Float.intBitsToFloat((int) read(instance, (long) Float.floatToRawIntBits(own)));
    }

    char read(Object instance, char own) {
        return (char) read(instance, (long) own);
    }

    short read(Object instance, short own) {
        return (short) read(instance, (long) own);
    }

    byte read(Object instance, byte own) {
        return (byte) read(instance, (long) own);
    }
}
