package io.reloadagent.field;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one reference to what is in force. Readers read it; a {@link Swap} replaces it. Registering cells adds their values
 * to every version that is still read. Thread-safe.
 */
public final class Versions {

    /** How often first values are asked for, while versions come and go. */
    private static final int MOST_ATTEMPTS = 10;

    private final AtomicInteger cells = new AtomicInteger();

    /** The indexes of cells that are forgotten. Guarded by {@link #publishing}. */
    private final Deque<Integer> free = new ArrayDeque<>();

    private final Views views = new Views();

    /** Held for a few assignments only, never while code of the application runs: class initialisation may wait for it. */
    private final Object publishing = new Object();

    /** Versions that were in force, and may still be seen by somebody. Guarded by {@link #publishing}. */
    private final List<WeakReference<Edition>> earlier = new ArrayList<>();

    /** Written under {@link #publishing}; read by every thread that reads an open cell. The only linearisation point. */
    private volatile Moment moment;

    /**
     * The values of the moment as long as every thread is to see them, else null: a shorter way to them for readers, who have
     * nothing else to ask then. Written, after the moment, under {@link #publishing}; read by every thread that reads an open cell.
     */
    private volatile Values common = Values.NONE;

    /** Set once, when the agent is stopped. Guarded by {@link #publishing}. */
    private boolean released;

    /**
     * Starts with version 1, without any cell.
     *
     * @param basis what version 1 is made from
     */
    public Versions(Object basis) {
        this(basis, 1);
    }

    /**
     * Starts without any cell.
     *
     * @param basis what the first version is made from
     * @param number of the first version
     */
    public Versions(Object basis, long number) {
        this.moment = new Moment(new Edition(new Version(number, basis, Values.NONE)), null, false);
    }

    /** The version in force. */
    public Version current() {
        return moment.inForce.version();
    }

    /** The values that the current thread is to see; does not allocate. */
    Values visibleValues() {
        Values values = common;
        return values == null ? ofThisThread() : values;
    }

    private Values ofThisThread() {
        Moment now = moment;
        Edition seen = now.viewed ? views.seenBy(Thread.currentThread()) : null;
        return (seen == null || seen.isWithdrawn() ? now.inForce : seen)
                .version()
                .values();
    }

    /** Makes a field's cell. Its reads return the field's own value until it is registered. */
    public Cell cell(Field field) {
        return new Cell(this, cells.getAndIncrement(), field);
    }

    /** Makes one more cell of a field, for instances that read it at a path of their own. To be registered, as every cell. */
    InstanceCell instanceCell(Cell field) {
        return new InstanceCell(field, nextIndex());
    }

    private int nextIndex() {
        synchronized (publishing) {
            return free.isEmpty() ? cells.getAndIncrement() : free.pop();
        }
    }

    /**
     * Takes the values of cells that nobody will read again out of every version that is still read; their indexes will be
     * those of other cells.
     */
    void forget(Collection<InstanceCell> unused) {
        synchronized (publishing) {
            unused.forEach(InstanceCell::forget);
            readEditions().forEach(edition -> edition.replace(edition.version().forgetting(unused)));
            publish(moment);
            unused.forEach(cell -> free.push(cell.index()));
        }
    }

    /**
     * Has the current thread see one version until the pin is closed: the one that it sees already, because of another pin,
     * or else the one in force. Takes no lock, but for the first pin of a thread now and then.
     */
    public Pin pin() {
        View view = views.of(Thread.currentThread());
        Edition seen = view.edition();
        if (seen != null && !seen.isWithdrawn()) {
            return view.pin(this, seen);
        }
        // A swap looks for pins after it has replaced the moment: either it sees this one, or this sees what it did.
        Edition inForce = moment.inForce;
        Pin pin = view.pin(this, inForce);
        while (inForce != moment.inForce) {
            pin.close();
            inForce = moment.inForce;
            pin = view.pin(this, inForce);
        }
        return pin;
    }

    /** Has the current thread see a version that another thread sees, or that a swap is about to put in force. */
    Pin enter(Edition edition) {
        return views.of(Thread.currentThread()).pin(this, edition);
    }

    /**
     * Gives new cells their values: in the version in force, in the candidate of a swap that is under way, and in earlier
     * versions that are still pinned. Cells whose values change faster than they can be found out keep their own: the next reload sees
     * that they do.
     *
     * @param newCells cells of one class; nothing happens if another thread has registered them already
     * @param first their values; asked for again if a swap that makes a difference to them began or ended meanwhile
     */
    public void register(Collection<Cell> newCells, FirstValues first) {
        FirstValuesByBasis known = new FirstValuesByBasis(first);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            if (register(newCells, first, known)) {
                return;
            }
        }
        synchronized (publishing) {
            if (!released && !newCells.stream().allMatch(current()::knows)) {
                readEditions().forEach(edition -> edition.add(newCells, Collections.emptyMap()));
                publish(moment);
            }
        }
        first.givenUp();
    }

    /** Returns false if versions came or went meanwhile. */
    private boolean register(Collection<Cell> newCells, FirstValues first, FirstValuesByBasis known) {
        Map<Edition, Map<Cell, Object>> values = new LinkedHashMap<>();
        Map<Edition, Object> bases = new LinkedHashMap<>();
        readEditions().forEach(edition -> bases.put(edition, edition.version().basis()));
        bases.forEach((edition, basis) -> values.put(edition, known.of(basis)));
        boolean doubtful = differ(moment, bases, first);
        synchronized (publishing) {
            if (released || newCells.stream().allMatch(current()::knows)) {
                return true;
            }
            List<Edition> now = readEditions();
            if (!now.stream().allMatch(edition -> edition.version().basis() == bases.get(edition))) {
                return false;
            }
            now.forEach(edition -> edition.add(newCells, values.get(edition)));
            publish(moment);
            if (doubtful && moment.candidate != null) {
                moment.candidate.doubt();
            }
            return true;
        }
    }

    /** False also if a swap began or ended since the bases were asked for: the values are asked for again then. */
    private static boolean differ(Moment now, Map<Edition, Object> bases, FirstValues first) {
        return now.candidate != null
                && bases.containsKey(now.inForce)
                && bases.containsKey(now.candidate)
                && first.differ(bases.get(now.inForce), bases.get(now.candidate));
    }

    /** All versions that somebody may read. */
    private List<Edition> readEditions() {
        List<Edition> editions = new ArrayList<>();
        synchronized (publishing) {
            editions.add(moment.inForce);
            if (moment.candidate != null) {
                editions.add(moment.candidate);
            }
            earlier.stream().map(WeakReference::get).filter(this::isSeen).forEach(editions::add);
        }
        return editions;
    }

    private boolean isSeen(Edition edition) {
        return edition != null && (edition.isHandedOn() || views.anySees(edition));
    }

    /**
     * Begins a swap. The candidate lies beside the version in force, and registrations reach both, until it is committed
     * or withdrawn.
     *
     * @param seen the version that the candidate was made for
     * @return null if cells were registered since
     */
    Edition propose(Version seen, Object basis, Values values) {
        synchronized (publishing) {
            if (current() != seen) {
                return null;
            }
            Edition candidate = new Edition(new Version(seen.number() + 1, basis, values));
            publish(new Moment(moment.inForce, candidate, true));
            return candidate;
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
            if (current() != seen) {
                return false;
            }
            moment.inForce.replace(new Version(seen.number(), basis, seen.values()));
            publish(moment);
            return true;
        }
    }

    /** Puts the candidate in force; null if cells were registered meanwhile for which it makes a difference. */
    Version commit() {
        synchronized (publishing) {
            if (moment.candidate.isDoubtful()) {
                return null;
            }
            earlier.add(new WeakReference<>(moment.inForce));
            publish(new Moment(moment.candidate, null, true));
            return current();
        }
    }

    /** Drops the candidate; the version in force stays. */
    void withdraw() {
        synchronized (publishing) {
            moment.candidate.withdraw();
            publish(new Moment(moment.inForce, null, true));
        }
    }

    /**
     * Forgets earlier versions that nobody sees any more. When none is left, readers are spared the question who they are.
     *
     * @return whether every thread sees the version in force
     */
    boolean forgetEarlier() {
        synchronized (publishing) {
            earlier.removeIf(edition -> !isSeen(edition.get()));
            if (earlier.isEmpty() && moment.candidate == null && moment.viewed) {
                publish(new Moment(moment.inForce, null, false));
            }
            return earlier.isEmpty();
        }
    }

    /** Has every field's own value read from now on, at one instant, in pinned scopes too. Not to be called during a swap. */
    void release() {
        synchronized (publishing) {
            released = true;
            earlier.clear();
            Version last = current();
            publish(new Moment(new Edition(new Version(last.number(), last.basis(), Values.NONE)), null, false));
        }
    }

    /**
     * When a swap begins, the common values go, and threads read the version in force; when nobody sees another any more, they
     * come back. In between, the commit exchanges the moment alone.
     */
    private void publish(Moment next) {
        moment = next;
        common = next.viewed ? null : next.inForce.version().values();
    }
}
