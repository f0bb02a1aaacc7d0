package io.reloadagent.field;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Reads a cell from the version in force: what a site does until the cell is settled, and while it is open. One method a
 * type, bound to its cell; combinators in its place were measured to be eight times slower.
 *
 * <p>Each takes the instance that was read (null for a static field) and the field's own value, which it returns where the
 * version has no other.
 */
final class SlowRead {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private SlowRead() {}

    /** The read of a cell, bound to it, in the type of its sites. */
    static MethodHandle of(Cell cell, MethodType siteType) {
        Class<?> type = siteType.returnType();
        Class<?> erased = type.isPrimitive() ? type : Object.class;
        try {
            MethodHandle read = LOOKUP.findStatic(
                            SlowRead.class, "read", MethodType.methodType(erased, Cell.class, Object.class, erased))
                    .asType(MethodType.methodType(type, Cell.class, Object.class, type));
            return siteType.parameterCount() == 1
                    ? MethodHandles.insertArguments(read, 0, cell, null)
                    : MethodHandles.insertArguments(read, 0, cell);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no slow read for " + type, e);
        }
    }

    static Object read(Cell cell, Object instance, Object own) {
        Object value = Values.GONE;
        while (value == Values.GONE) { // this thread was held up while the version was replaced
            Values values = cell.visibleValues();
            value = values.has(cell.index()) ? values.reference(cell.index()) : own;
        }
        return value;
    }

    static int read(Cell cell, Object instance, int own) {
        Values values = cell.visibleValues();
        return values.has(cell.index()) ? (int) values.primitive(cell.index()) : own;
    }

    static long read(Cell cell, Object instance, long own) {
        Values values = cell.visibleValues();
        return values.has(cell.index()) ? values.primitive(cell.index()) : own;
    }

    static boolean read(Cell cell, Object instance, boolean own) {
        Values values = cell.visibleValues();
        return values.has(cell.index()) ? values.primitive(cell.index()) != 0 : own;
    }

    static double read(Cell cell, Object instance, double own) {
        Values values = cell.visibleValues();
        return values.has(cell.index()) ? Double.longBitsToDouble(values.primitive(cell.index())) : own;
    }

    static float read(Cell cell, Object instance, float own) {
        Values values = cell.visibleValues();
        return values.has(cell.index()) ? Float.intBitsToFloat((int) values.primitive(cell.index())) : own;
    }

    static char read(Cell cell, Object instance, char own) {
        Values values = cell.visibleValues();
        return values.has(cell.index()) ? (char) values.primitive(cell.index()) : own;
    }

    static short read(Cell cell, Object instance, short own) {
        Values values = cell.visibleValues();
        return values.has(cell.index()) ? (short) values.primitive(cell.index()) : own;
    }

    static byte read(Cell cell, Object instance, byte own) {
        Values values = cell.visibleValues();
        return values.has(cell.index()) ? (byte) values.primitive(cell.index()) : own;
    }
}
