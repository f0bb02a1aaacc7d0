package io.reloadagent.field;

import java.util.List;

/**
 * The cells of the instances of one class that read at the same paths, one for each of the fields that are told apart by
 * instance. Immutable, but for the count of the instances.
 */
public final class Row {

    private final List<Cell> cells;
    private final int[] indexes;

    /** The instances that are bound to it. Guarded by {@link Instances}. */
    int instances;

    Row(List<Cell> cells) {
        this.cells = cells;
        this.indexes = cells.stream().mapToInt(Cell::index).toArray();
    }

    /** In the order of the fields' cells; unmodifiable. Where a field's own cell is among them, all instances share it. */
    public List<Cell> cells() {
        return cells;
    }

    /** Where a version has the values of the fields. Always the same array; not to be changed. */
    int[] indexes() {
        return indexes;
    }
}
