package io.reloadagent;

import io.reloadagent.field.Cell;
import io.reloadagent.field.Settlement;
import io.reloadagent.report.Log;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Has open cells settled by the coordinator's thread. A failure costs their reads speed, nothing else. Thread-safe. */
final class Settling implements Consumer<Collection<Cell>> {

    /** Confined to the coordinator's thread. */
    private final Settlement settlement;

    private final ScheduledExecutorService coordinatorThread;
    private final Log log;

    /** The next attempt; null if none is due. Confined to the coordinator's thread. */
    private Future<?> next;

    Settling(Settlement settlement, ScheduledExecutorService coordinatorThread, Log log) {
        this.settlement = settlement;
        this.coordinatorThread = coordinatorThread;
        this.log = log;
    }

    /** Called by the thread of the application that reads the first of some cells, and by the coordinator after a swap. */
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
            Duration pause = settlement.settle(cells);
            if (pause != null && next == null) {
                next = coordinatorThread.schedule(this::settleAgain, pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (Throwable failure) {
            log.error("reads of {} stay slower than they could be", cells, failure);
        }
    }

    private void settleAgain() {
        next = null;
        settle(Collections.emptyList());
    }
}
