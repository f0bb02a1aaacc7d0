package io.reloadagent.field;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The one reference to the version in force. Readers read it; a {@link Swap} replaces it. Registering cells replaces it
 * too, by one that is equal but knows the new cells. Thread-safe.
 */
public final class Versions {

    private final AtomicInteger cells = new AtomicInteger();

    /** Held for a few assignments only, never while code of the application runs: class initialisation may wait for it. */
    private final Object publishing = new Object();

    /** Written under {@link #publishing}; read by every thread that reads an open cell. The only linearisation point. */
    private volatile Version current;

    /**
     * Starts with version 1, without any cell.
     *
     * @param basis what version 1 is made from
     */
    public Versions(Object basis) {
        this.current = new Version(1, basis, Values.NONE, null);
    }

    /** The version in force. */
    public Version current() {
        return current;
    }

    /** Makes a field's cell. Its reads return the field's own value until it is registered. */
    public Cell cell(Field field) {
        return new Cell(this, cells.getAndIncrement(), field);
    }

    /**
     * Gives new cells their values: in the version in force, and in the candidate of a swap that is under way.
     *
     * @param newCells cells of one class; nothing happens if another thread has registered them already
     * @param overrides computes their values from a {@link Version#basis}; a cell without one keeps its own. Called
     *     without a lock, and again if a swap began or ended meanwhile
     */
    public void register(Collection<Cell> newCells, Function<Object, Map<Cell, Object>> overrides) {
        while (true) {
            Version seen = current;
            Map<Cell, Object> values = overrides.apply(seen.basis());
            Candidate candidate = seen.candidate();
            Map<Cell, Object> candidateValues = candidate == null ? null : overrides.apply(candidate.basis());
            synchronized (publishing) {
                if (newCells.stream().allMatch(current::knows)) {
                    return;
                }
                if (isSameStep(seen, current)) {
                    current = with(newCells, values, candidateValues);
                    return;
                }
            }
        }
    }

    /** Whether nothing but registrations happened between two versions. */
    private static boolean isSameStep(Version seen, Version now) {
        return seen.basis() == now.basis() && basis(seen.candidate()) == basis(now.candidate());
    }

    private static Object basis(Candidate candidate) {
        return candidate == null ? null : candidate.basis();
    }

    private Version with(Collection<Cell> newCells, Map<Cell, Object> values, Map<Cell, Object> candidateValues) {
        Candidate candidate = current.candidate();
        return new Version(
                current.number(),
                current.basis(),
                current.values().knowing(newCells).with(values),
                candidate == null ? null : candidate.with(newCells, candidateValues));
    }

    /**
     * Begins a swap. The candidate lies beside the version in force, and registrations reach both, until it is committed
     * or withdrawn.
     *
     * @param seen the version that the candidate was made for
     * @return false if cells were registered since
     */
    boolean propose(Version seen, Candidate candidate) {
        synchronized (publishing) {
            if (current != seen) {
                return false;
            }
            current = current.with(candidate);
            return true;
        }
    }

    /**
     * Exchanges what the version in force is made from, where that makes no difference to any registered cell. Cells that
     * come later get their values from it.
     *
     * @param seen the version that the absence of a difference was computed from
     * @return false if cells were registered since
     */
    public boolean rebase(Version seen, Object basis) {
        synchronized (publishing) {
            if (current != seen) {
                return false;
            }
            current = new Version(seen.number(), basis, seen.values(), null);
            return true;
        }
    }

    /** Puts the candidate in force. */
    Version commit() {
        synchronized (publishing) {
            current = current.next();
            return current;
        }
    }

    /** Drops the candidate; the version in force stays. */
    void withdraw() {
        synchronized (publishing) {
            current = current.with(null);
        }
    }
}
