package io.reloadagent.field;

import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The way from version N to N+1: {@link #open}, then {@link #commit} or {@link #withdraw}; a {@link Settlement} makes the
 * changed fields fast again. For one thread at a time, the coordinator's.
 *
 * <p>The order is what makes a swap atomic. As long as a changed cell is settled, compiled code has the old value built
 * in; were the new version published before the last of them is open, one field's readers would see it while another's
 * still return the old constant, and a thread could read new, then old. When all are open, no thread runs an old constant
 * any more, all read the version in force, and one volatile write moves them at the same instant.
 */
public final class Swap {

    private final Versions versions;
    private final Edition candidate;
    private final List<Cell> changed;

    private Swap(Versions versions, Edition candidate, List<Cell> changed) {
        this.versions = versions;
        this.candidate = candidate;
        this.changed = changed;
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
        Values values = seen.values().with(overrides).without(resets);
        Edition candidate = versions.propose(seen, basis, values);
        if (candidate == null) {
            return null;
        }
        List<Cell> changed = new ArrayList<>(overrides.keySet());
        changed.addAll(resets);
        changed.forEach(Cell::open);
        sync(changed);
        return new Swap(versions, candidate, Collections.unmodifiableList(changed));
    }

    /** Has the current thread see the candidate, until the pin is closed or the swap is withdrawn. */
    public Pin show() {
        return versions.enter(candidate);
    }

    /**
     * Puts the candidate in force, for all fields at one instant.
     *
     * @return the new version; null if it was not put in force, and is to be withdrawn, because fields were read for the
     *     first time meanwhile that it would change as well
     */
    public Version commit() {
        return versions.commit();
    }

    /** Leaves the version in force as it was. */
    public void withdraw() {
        versions.withdraw();
    }

    /** The cells that are open now, and to be given to a {@link Settlement}; unmodifiable. */
    public List<Cell> changed() {
        return changed;
    }

    /** Has every thread go on with the targets that the cells' sites have now. */
    static void sync(Collection<Cell> cells) {
        MutableCallSite.syncAll(cells.stream().map(Cell::site).toArray(MutableCallSite[]::new));
    }
}
