package io.reloadagent.field;

import java.util.Collection;
import java.util.Map;

/** A number, and the values of all cells that are known. Immutable. */
public final class Version {

    private final long number;
    private final Object basis;
    private final Values values;

    Version(long number, Object basis, Values values) {
        this.number = number;
        this.basis = basis;
        this.values = values;
    }

    /** The version's number, counted from 1. */
    public long number() {
        return number;
    }

    /** What the values were made from, as it was handed to the swap: the key to the values of cells that come later. */
    public Object basis() {
        return basis;
    }

    /** Whether this version overrides the field; false for a cell that was registered later. */
    public boolean overrides(Cell cell) {
        return values.has(cell.index());
    }

    /** The value by which this version overrides the field, boxed; null also if it does not. */
    public Object override(Cell cell) {
        return cell.value(values);
    }

    /** Whether the cell was registered when this version was published. */
    public boolean knows(Cell cell) {
        return values.knows(cell.index());
    }

    Values values() {
        return values;
    }

    Version with(Collection<Cell> newCells, Map<Cell, Object> overrides) {
        return new Version(number, basis, values.knowing(newCells).with(overrides));
    }

    Version forgetting(Collection<InstanceCell> cells) {
        return new Version(number, basis, values.forgetting(cells));
    }
}
