package io.reloadagent.field;

import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The swap with its two steps in the wrong order: it publishes the new version, and then opens the changed cells. */
public final class Swap {

    /** After each cell that is opened. Interpreted, opening takes no time in which a reader could be met. */
    private static final long PAUSE_NANOS = Long.getLong("wrong-order.pause", 0);

    private final Versions versions;
    private final List<Cell> changed;

    private Swap(Versions versions, List<Cell> changed) {
        this.versions = versions;
        this.changed = changed;
    }

    public static Swap open(
            Versions versions, Version seen, Object basis, Map<Cell, Object> overrides, Collection<Cell> resets) {
        Values values = seen.values().with(overrides).without(resets);
        if (versions.propose(seen, basis, values) == null) {
            return null;
        }
        List<Cell> changed = new ArrayList<>(overrides.keySet());
        changed.addAll(resets);
        return new Swap(versions, changed);
    }

    public Pin show() {
        throw new UnsupportedOperationException("made for reloads without modules");
    }

    public Version commit() {
        Version version = versions.commit();
        for (Cell cell : changed) {
            cell.open();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        sync(changed);
        return version;
    }

    public void withdraw() {
        versions.withdraw();
    }

    public List<Cell> changed() {
        return changed;
    }

    static void sync(Collection<Cell> cells) {
        MutableCallSite.syncAll(cells.stream().map(Cell::site).toArray(MutableCallSite[]::new));
    }
}
