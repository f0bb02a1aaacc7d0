package io.reloadagent.field;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Reads a cell from the version in force: what a site does until the cell is settled, and while it is open. One method a
 * type, bound to the versions and the cell's index, which are constants in compiled code so; combinators in its place were
 * measured to be eight times slower.
 *
 * <p>Each takes the instance that was read (null for a static field) and the field's own value, which it returns where the
 * version has no other.
 */
final class SlowRead {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private SlowRead() {}

    /** The read of the cell with an index, in the type of its sites. */
    static MethodHandle of(Versions versions, int index, MethodType siteType) {
        Class<?> type = siteType.returnType();
        Class<?> erased = type.isPrimitive() ? type : Object.class;
        try {
            MethodHandle read = LOOKUP.findStatic(
                            SlowRead.class,
                            "read",
                            MethodType.methodType(erased, Versions.class, int.class, Object.class, erased))
                    .asType(MethodType.methodType(type, Versions.class, int.class, Object.class, type));
            return siteType.parameterCount() == 1
                    ? MethodHandles.insertArguments(read, 0, versions, index, null)
                    : MethodHandles.insertArguments(read, 0, versions, index);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no slow read for " + type, e);
        }
    }

    static Object read(Versions versions, int index, Object instance, Object own) {
        Object value = Values.GONE;
        while (value == Values.GONE) { // this thread was held up while the version was replaced
            Values values = versions.visibleValues();
            value = values.has(index) ? values.reference(index) : own;
        }
        return value;
    }

    static int read(Versions versions, int index, Object instance, int own) {
        Values values = versions.visibleValues();
        return values.has(index) ? (int) values.primitive(index) : own;
    }

    static long read(Versions versions, int index, Object instance, long own) {
        Values values = versions.visibleValues();
        return values.has(index) ? values.primitive(index) : own;
    }

    static boolean read(Versions versions, int index, Object instance, boolean own) {
        Values values = versions.visibleValues();
        return values.has(index) ? values.primitive(index) != 0 : own;
    }

    static double read(Versions versions, int index, Object instance, double own) {
        Values values = versions.visibleValues();
        return values.has(index) ? Double.longBitsToDouble(values.primitive(index)) : own;
    }

    static float read(Versions versions, int index, Object instance, float own) {
        Values values = versions.visibleValues();
        return values.has(index) ? Float.intBitsToFloat((int) values.primitive(index)) : own;
    }

    static char read(Versions versions, int index, Object instance, char own) {
        Values values = versions.visibleValues();
        return values.has(index) ? (char) values.primitive(index) : own;
    }

    static short read(Versions versions, int index, Object instance, short own) {
        Values values = versions.visibleValues();
        return values.has(index) ? (short) values.primitive(index) : own;
    }

    static byte read(Versions versions, int index, Object instance, byte own) {
        Values values = versions.visibleValues();
        return values.has(index) ? (byte) values.primitive(index) : own;
    }
}
