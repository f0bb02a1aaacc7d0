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

    private InstanceRead() {}

    /**
     * The read of a field, in the type of its sites, {@code (Object, T)T}. What it is bound to are constants in compiled code.
     *
     * @param field the index of the field's own cell
     * @param ordinal where rows have the field's cell
     */
    static MethodHandle of(Versions versions, Instances instances, int field, int ordinal, MethodType siteType) {
        Class<?> type = siteType.returnType();
        Class<?> erased = type.isPrimitive() ? type : Object.class;
        MethodType readType = MethodType.methodType(
                erased, Versions.class, Instances.class, int.class, int.class, Object.class, erased);
        try {
            MethodHandle read = LOOKUP.findStatic(InstanceRead.class, "read", readType);
            return MethodHandles.insertArguments(read, 0, versions, instances, field, ordinal)
                    .asType(siteType);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no read of instances for " + type, e);
        }
    }

    /**
     * The row is looked at again behind the value: when an instance is bound to another one, the places of the first may
     * get to belong to somebody else.
     */
    static Object read(Versions versions, Instances instances, int field, int ordinal, Object instance, Object own) {
        Instance bound = instances.find(instance);
        while (true) {
            int[] row = bound == null ? null : bound.indexes();
            int index = row == null ? field : row[ordinal];
            Values values = versions.visibleValues();
            Object value = values.has(index) ? values.reference(index) : own;
            if (value != Values.GONE && (bound == null || bound.indexes() == row)) {
                return value;
            }
        }
    }

    static long read(Versions versions, Instances instances, int field, int ordinal, Object instance, long own) {
        Instance bound = instances.find(instance);
        while (true) {
            int[] row = bound == null ? null : bound.indexes();
            int index = row == null ? field : row[ordinal];
            Values values = versions.visibleValues();
            long value = values.has(index) ? values.primitive(index) : own;
            if (bound == null || bound.indexes() == row) {
                return value;
            }
        }
    }

    static int read(Versions versions, Instances instances, int field, int ordinal, Object instance, int own) {
        return (int) read(versions, instances, field, ordinal, instance, (long) own);
    }

    static boolean read(Versions versions, Instances instances, int field, int ordinal, Object instance, boolean own) {
        return read(versions, instances, field, ordinal, instance, own ? 1L : 0L) != 0;
    }

    static double read(Versions versions, Instances instances, int field, int ordinal, Object instance, double own) {
        return Double.longBitsToDouble(
                read(versions, instances, field, ordinal, instance, Double.doubleToRawLongBits(own)));
    }

    static float read(Versions versions, Instances instances, int field, int ordinal, Object instance, float own) {
        return Float.intBitsToFloat(
                (int) read(versions, instances, field, ordinal, instance, (long) Float.floatToRawIntBits(own)));
    }

    static char read(Versions versions, Instances instances, int field, int ordinal, Object instance, char own) {
        return (char) read(versions, instances, field, ordinal, instance, (long) own);
    }

    static short read(Versions versions, Instances instances, int field, int ordinal, Object instance, short own) {
        return (short) read(versions, instances, field, ordinal, instance, (long) own);
    }

    static byte read(Versions versions, Instances instances, int field, int ordinal, Object instance, byte own) {
        return (byte) read(versions, instances, field, ordinal, instance, (long) own);
    }
}
