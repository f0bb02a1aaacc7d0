package io.reloadagent.field;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Reads of cells, as a rewritten read makes them. */
final class Reads {

    private Reads() {}

    /** What a read of the field returns when its own value is this. */
    static Object read(Cell cell, Object own) {
        try {
            return cell.site().type().parameterCount() == 1
                    ? cell.site().dynamicInvoker().invoke(own)
                    : cell.site().dynamicInvoker().invoke(new Object(), own);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    /** Makes a call on another thread. */
    static <T> T elsewhere(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task);
        thread.start();
        thread.join();
        return task.get();
    }

    static void register(Versions versions, Cell cell, Object override) {
        versions.register(List.of(cell), basis -> Collections.singletonMap(cell, override));
    }

    static void registerWithout(Versions versions, Cell cell) {
        versions.register(List.of(cell), basis -> Map.of());
    }

    /** Turns cells into constants, however often they change. */
    static void settle(Versions versions, Collection<Cell> cells) {
        if (new Settlement(versions, Duration.ZERO).settle(cells) != null) {
            throw new AssertionError("some of these cells cannot be settled: " + cells);
        }
    }

    static Swap open(Versions versions, Object basis, Cell cell, Object override) {
        return Swap.open(versions, versions.current(), basis, Collections.singletonMap(cell, override), List.of());
    }
}
