package io.reloadagent;

import io.reloadagent.field.Cell;
import io.reloadagent.field.Swap;
import io.reloadagent.field.Versions;
import io.reloadagent.report.Log;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Has newly registered cells settled by the coordinator's thread. A failure costs their reads speed, nothing else. */
final class Settling implements Consumer<Collection<Cell>> {

    private final Versions versions;
    private final Executor coordinatorThread;
    private final Log log;

    Settling(Versions versions, Executor coordinatorThread, Log log) {
        this.versions = versions;
        this.coordinatorThread = coordinatorThread;
        this.log = log;
    }

    /** Called by the thread of the application that reads the first of the cells. */
    @Override
    public void accept(Collection<Cell> cells) {
        try {
            coordinatorThread.execute(() -> settle(cells));
        } catch (OutOfMemoryError noThread) {
            log.error("reads of {} stay slower than they could be", cells, noThread);
        }
    }

    private void settle(Collection<Cell> cells) {
        try {
            Swap.settle(versions, cells);
        } catch (Throwable failure) {
            log.error("reads of {} stay slower than they could be", cells, failure);
        }
    }
}
