package io.reloadagent.field;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The instances of one class that are bound to prefixes of their own. A hash table by identity, with open addressing: to
 * look an instance up neither locks nor allocates, and runs no code of the application. Instances are held weakly; nothing
 * is ever taken out of a table that readers may see, but left out of the one that replaces it. Thread-safe.
 */
public final class Instances {

    private static final int LEAST_CAPACITY = 16;

    private final Versions versions;
    private final List<Cell> fields;
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    /**
     * Of a length that is a power of two, and at most a quarter full, so that most instances are found at first sight. Written,
     * for every new entry, under the lock of this object; read by every thread that reads a field. A thread that sees an entry earlier than this was written, and not all of it,
     * takes the instance for one that is not bound yet.
     */
    private volatile Instance[] table = new Instance[LEAST_CAPACITY];

    /** The places of the table that are taken. Guarded by this. */
    private int taken;

    /** The rows that no living instance is bound to. Guarded by this. */
    private final Set<Row> empty = new HashSet<>();

    /**
     * Creates an empty table.
     *
     * @param fields the cells of the class's fields that are told apart by instance: not of static ones
     */
    public Instances(Versions versions, List<Cell> fields) {
        this.versions = versions;
        this.fields = Collections.unmodifiableList(new ArrayList<>(fields));
    }

    /**
     * A row that nothing is bound to yet.
     *
     * @param shared the fields that it has no cell of its own for: it reads what an instance does that is not bound
     */
    public Row row(Set<Cell> shared) {
        List<Cell> cells = new ArrayList<>(fields.size());
        fields.forEach(field -> cells.add(shared.contains(field) ? field : versions.instanceCell(field)));
        Row row = new Row(Collections.unmodifiableList(cells));
        synchronized (this) {
            empty.add(row);
        }
        return row;
    }

    /**
     * Binds an instance to a row whose cells are registered, in place of any other, and has the sites of the fields look
     * instances up. When this returns, all threads read the values of the row.
     */
    public void bind(Object instance, Row row) {
        put(instance, row);
        List<Cell> changed = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Cell field = fields.get(i);
            if (row.cells().get(i) != field && field.readByInstance(this, i)) {
                changed.add(field);
            }
        }
        if (!changed.isEmpty()) {
            Swap.sync(changed);
        }
    }

    private synchronized void put(Object instance, Row row) {
        Instance known = find(instance);
        if (known == null) {
            known = new Instance(instance, System.identityHashCode(instance), collected);
            known.move(row);
            add(known);
        } else {
            count(known.row(), -1);
            known.move(row);
        }
        count(row, 1);
    }

    /** Has an instance read what all do that are not bound. */
    public synchronized void unbind(Object instance) {
        Instance known = find(instance);
        if (known != null) {
            count(known.row(), -1);
            known.move(null);
        }
    }

    /** The rows that no living instance is bound to, as far as the garbage collector has said so. */
    public synchronized List<Row> empty() {
        for (Reference<?> dead = collected.poll(); dead != null; dead = collected.poll()) {
            Instance instance = (Instance) dead;
            count(instance.row(), -1);
            instance.move(null);
        }
        return new ArrayList<>(empty);
    }

    /** Frees the cells of a row that no instance is bound to and none will be. */
    public void drop(Row row) {
        synchronized (this) {
            empty.remove(row);
        }
        List<InstanceCell> own = new ArrayList<>();
        row.cells().stream()
                .filter(InstanceCell.class::isInstance)
                .map(InstanceCell.class::cast)
                .forEach(own::add);
        versions.forget(own);
    }

    /** The entry of an instance; null if it was never bound. Does not allocate. */
    Instance find(Object instance) {
        Instance[] places = table;
        int mask = places.length - 1;
        int place = System.identityHashCode(instance) & mask;
        Instance entry = places[place];
        while (entry != null && entry.get() != instance) {
            place = (place + 1) & mask;
            entry = places[place];
        }
        return entry;
    }

    private void count(Row row, int more) {
        if (row == null) {
            return;
        }
        row.instances += more;
        if (row.instances == 0) {
            empty.add(row);
        } else {
            empty.remove(row);
        }
    }

    private void add(Instance fresh) {
        Instance[] places = 4 * (taken + 1) > table.length ? larger() : table;
        enter(places, fresh);
        table = places;
        taken++;
    }

    /** A table of the living, with room for as many more. */
    private Instance[] larger() {
        List<Instance> living = new ArrayList<>();
        for (Instance entry : table) {
            if (entry != null && entry.get() != null) {
                living.add(entry);
            }
        }
        Instance[] larger = new Instance[Math.max(LEAST_CAPACITY, Integer.highestOneBit(living.size() + 1) * 8)];
        living.forEach(entry -> enter(larger, entry));
        taken = living.size();
        return larger;
    }

    private static void enter(Instance[] places, Instance entry) {
        int mask = places.length - 1;
        int place = entry.hash & mask;
        while (places[place] != null) {
            place = (place + 1) & mask;
        }
        places[place] = entry;
    }
}
