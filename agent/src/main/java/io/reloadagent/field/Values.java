package io.reloadagent.field;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * The values that override fields, by cell. Primitives are kept unboxed, so that a read neither follows a reference nor
 * allocates. Other values are held weakly, as an application's own types would otherwise keep its class loader from being
 * collected; the cell, which lives as long as the field's class, holds those that are in use. Immutable.
 */
public final class Values {

    /** No cell has a value. */
    static final Values NONE = new Values(new Object[0], new long[0]);

    /** Marks the slot of a cell that has no value; an empty slot is that of a cell that is not known. */
    private static final Object NONE_GIVEN = new Object();

    /** Stands for a value that is null. */
    private static final Object NULL = new Object();

    /** Marks the slot of a primitive whose value is in {@link #bits}. */
    private static final Object PRIMITIVE = new Object();

    /** Stands for a value of a version that was replaced long ago. */
    static final Object GONE = new Object();

    private final Object[] slots;
    private final long[] bits;

    private Values(Object[] slots, long[] bits) {
        this.slots = slots;
        this.bits = bits;
    }

    boolean knows(int index) {
        return index < slots.length && slots[index] != null;
    }

    boolean has(int index) {
        return knows(index) && slots[index] != NONE_GIVEN;
    }

    /** {@link #GONE} if the cell has let go of the value: a later version is in force then. */
    Object reference(int index) {
        Object slot = slots[index];
        if (slot == NULL) {
            return null;
        }
        Object value = ((WeakReference<?>) slot).get();
        return value == null ? GONE : value;
    }

    long primitive(int index) {
        return bits[index];
    }

    /** The same values, with room for more cells. */
    Values knowing(Collection<Cell> newCells) {
        int size = slots.length;
        for (Cell cell : newCells) {
            size = Math.max(size, cell.index() + 1);
        }
        Object[] newSlots = Arrays.copyOf(slots, size);
        for (Cell cell : newCells) {
            if (newSlots[cell.index()] == null) {
                newSlots[cell.index()] = NONE_GIVEN;
            }
        }
        return new Values(newSlots, Arrays.copyOf(bits, size));
    }

    /** These values, and those given, boxed, for cells that are known. */
    Values with(Map<Cell, Object> overrides) {
        Object[] newSlots = slots.clone();
        long[] newBits = bits.clone();
        overrides.forEach((cell, value) -> {
            if (cell.isPrimitive()) {
                newSlots[cell.index()] = PRIMITIVE;
                newBits[cell.index()] = Primitive.toBits(value);
            } else {
                newSlots[cell.index()] = value == null ? NULL : cell.hold(value);
            }
        });
        return new Values(newSlots, newBits);
    }

    /** These values, but none for the given cells. */
    Values without(Collection<Cell> cells) {
        Object[] newSlots = slots.clone();
        cells.forEach(cell -> newSlots[cell.index()] = NONE_GIVEN);
        return new Values(newSlots, bits);
    }

    /** These values, as if the given cells had never been registered. */
    Values forgetting(Collection<InstanceCell> cells) {
        Object[] newSlots = slots.clone();
        for (Cell cell : cells) {
            if (knows(cell.index())) {
                newSlots[cell.index()] = null;
            }
        }
        return new Values(newSlots, bits);
    }
}
