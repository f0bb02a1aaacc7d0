package io.reloadagent.field;

/**
 * What is in force: a number and the values of all cells; and while a swap is under way, its candidate. Immutable.
 */
public final class Version {

    private final long number;
    private final Object basis;
    private final Values values;

    /** Null outside a swap. */
    private final Candidate candidate;

    Version(long number, Object basis, Values values, Candidate candidate) {
        this.number = number;
        this.basis = basis;
        this.values = values;
        this.candidate = candidate;
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

    Candidate candidate() {
        return candidate;
    }

    /** The values that the current thread is to see; does not allocate. */
    Values visibleValues() {
        Candidate current = candidate;
        return current == null || !current.isVisibleTo(Thread.currentThread()) ? values : current.values();
    }

    Version with(Candidate newCandidate) {
        return new Version(number, basis, values, newCandidate);
    }

    Version next() {
        return new Version(number + 1, candidate.basis(), candidate.values(), null);
    }
}
