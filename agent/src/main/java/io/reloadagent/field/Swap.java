package io.reloadagent.field;

import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The way from version N to N+1: {@link #open}, then {@link #commit} or {@link #withdraw}, then {@link #settle}. For one
 * thread at a time, the coordinator's.
 *
 * <p>The order is what makes a swap atomic. As long as a changed cell is settled, compiled code has the old value built
 * in; were the new version published before the last of them is open, one field's readers would see it while another's
 * still return the old constant, and a thread could read new, then old. When all are open, no thread runs an old constant
 * any more, all read the version in force, and one volatile write moves them at the same instant.
 */
public final class Swap {

    private final Versions versions;
    private final List<Cell> changed;
    private final Scope scope;

    private Swap(Versions versions, List<Cell> changed, Scope scope) {
        this.versions = versions;
        this.changed = changed;
        this.scope = scope;
    }

    /**
     * Proposes a candidate and opens the cells that it changes. All reads go on to return the old values.
     *
     * @param versions where to swap; no other swap is under way
     * @param seen the version that the changes were computed from
     * @param basis what the candidate is made from; not that of an earlier version
     * @param overrides the new values, boxed, of the cells that get one
     * @param resets the cells that go back to their field's own value
     * @return the swap; null if cells were registered since {@code seen}, so that the changes may be incomplete
     */
    public static Swap open(
            Versions versions, Version seen, Object basis, Map<Cell, Object> overrides, Collection<Cell> resets) {
        Scope scope = new Scope();
        Values values = seen.values().with(overrides).without(resets);
        if (!versions.propose(seen, new Candidate(basis, values, scope))) {
            return null;
        }
        List<Cell> changed = new ArrayList<>(overrides.keySet());
        changed.addAll(resets);
        changed.forEach(Cell::open);
        sync(changed);
        return new Swap(versions, changed, scope);
    }

    /** Lets one thread see the candidate, until another is let or the swap ends. */
    public void showTo(Thread thread) {
        scope.enter(thread);
    }

    /** Puts the candidate in force, for all fields at one instant. */
    public Version commit() {
        scope.close();
        return versions.commit();
    }

    /** Leaves the version in force as it was. */
    public void withdraw() {
        scope.close();
        versions.withdraw();
    }

    /** Turns the changed cells into constants of the version in force. Makes no difference to what is read. */
    public void settle() {
        settle(versions, changed);
    }

    /**
     * Turns open cells into constants of the version in force. Must not run while a swap is under way.
     *
     * @param versions whose cells they are
     * @param cells registered cells
     */
    public static void settle(Versions versions, Collection<Cell> cells) {
        Values values = versions.current().values();
        cells.forEach(cell -> cell.settle(values));
        sync(cells);
    }

    private static void sync(Collection<Cell> cells) {
        MutableCallSite.syncAll(cells.stream().map(Cell::site).toArray(MutableCallSite[]::new));
    }
}
