package io.reloadagent.field;

/**
 * A dynamic field of those instances that read it at one path. Has a value in every version as other cells have, but no
 * sites: those of the field look up which cell an instance belongs to.
 */
final class InstanceCell extends Cell {

    /** Set once, under the lock of {@link Versions}, before another cell gets the index; read by the coordinator. */
    private volatile boolean forgotten;

    InstanceCell(Cell field, int index) {
        super(field, index, field.toString());
    }

    @Override
    synchronized void open() {
        // The sites of the field never have a value of one instance built in.
    }

    @Override
    synchronized boolean isQuiet(long nanos) {
        return true;
    }

    @Override
    synchronized void settle(Values values) {
        // As above.
    }

    @Override
    public synchronized boolean isSettled() {
        return false;
    }

    @Override
    public synchronized boolean isReadByInstance() {
        return true;
    }

    /** A version that was made after this cell was forgotten may have a value of another cell in its place. */
    @Override
    void letGoOfOthers(Values inForce) {
        if (!forgotten) {
            super.letGoOfOthers(inForce);
        }
    }

    void forget() {
        forgotten = true;
    }
}
