package io.reloadagent.field;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/**
 * Makes the reads of open cells as fast as before: turns their sites into constants of the version in force. Makes no
 * difference to what is read, and so can wait: while a thread has an earlier version pinned, and while a field changes
 * often. For one thread at a time, the coordinator's, and never while a swap is under way.
 */
public final class Settlement {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration LATER = Duration.ofSeconds(1);

    private final Versions versions;
    private final long quietNanos;

    /** Weak: an open cell must not keep its class alive. */
    private final Set<Cell> open = Collections.newSetFromMap(new WeakHashMap<>());

    private Duration pause = SOON;

    /**
     * Settles the cells of these versions.
     *
     * @param quiet what changes twice within this time stays open until it has not changed for as long: to build a
     *     constant in, and out again, costs more than it brings meanwhile. Zero to settle always
     */
    public Settlement(Versions versions, Duration quiet) {
        this.versions = versions;
        this.quietNanos = quiet.toNanos();
    }

    /**
     * Settles what can be settled now, of these cells and of those that could not before.
     *
     * @param opened registered cells
     * @return after how long to try again, with no further cells; null if none is left
     */
    public Duration settle(Collection<Cell> opened) {
        if (!opened.isEmpty()) {
            open.addAll(opened);
            pause = SOON;
        }
        if (versions.forgetEarlier()) {
            Values inForce = versions.current().values();
            open.forEach(cell -> cell.letGoOfOthers(inForce));
            List<Cell> due =
                    open.stream().filter(cell -> cell.isQuiet(quietNanos)).collect(Collectors.toList());
            due.forEach(cell -> cell.settle(inForce));
            Swap.sync(due);
            open.removeAll(due);
        }
        return open.isEmpty() ? null : nextPause();
    }

    private Duration nextPause() {
        Duration next = pause;
        pause = next.multipliedBy(2).compareTo(LATER) < 0 ? next.multipliedBy(2) : LATER;
        return next;
    }
}
