package io.reloadagent.field;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * The values that override fields, by cell. Primitives are kept unboxed, so that a read neither follows a reference nor
 * allocates. Immutable.
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

    Object reference(int index) {
        Object value = slots[index];
        return value == NULL ? null : value;
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
                newSlots[cell.index()] = value == null ? NULL : value;
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
}
