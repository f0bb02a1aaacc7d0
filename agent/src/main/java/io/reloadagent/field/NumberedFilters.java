package io.reloadagent.field;

import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntSupplier;

/**
 * Filters for reads in classes that are too old for sites. A number stands in their byte code for each field that a class
 * loader's classes read; the bridge finds the filter by it in a table. Neither the loaders nor the fields' classes are
 * kept: the table refers to filters weakly, and what belonged to a loader goes with it. Thread-safe.
 */
public final class NumberedFilters {

    private static final int FIRST_SIZE = 64;

    private final Linker linker;
    private final ReferenceQueue<ClassLoader> unloaded = new ReferenceQueue<>();

    /** Those of fields that are not dynamic, by the descriptor of their type. */
    private final Map<String, MethodHandle> identities = new ConcurrentHashMap<>();

    /** By class loader, then by owner, name and descriptor. Guarded by this. */
    private final Map<ClassLoader, Map<List<String>, Integer>> numbers = new WeakHashMap<>();

    /** By number. Guarded by this. */
    private final Map<Integer, NumberedRead> reads = new HashMap<>();

    private final IntSupplier next;

    /** Guarded by this; read by every thread that reads, by way of the bridge. */
    private AtomicReferenceArray<Reference<MethodHandle>> table = new AtomicReferenceArray<>(FIRST_SIZE);

    /**
     * Creates an empty table of the filters of a linker's cells.
     *
     * @param next the next number; none is given out twice, for a finalizer may run when the loader is no longer known,
     *     and a method may have been running since before an earlier agent was stopped
     */
    public NumberedFilters(Linker linker, IntSupplier next) {
        this.linker = linker;
        this.next = next;
    }

    /**
     * The number of a field, always the same.
     *
     * @param loader the reader's class loader; not null
     * @param owner the class that the read names, by its internal name, {@code com/acme/Pool}
     * @param name the field's name
     * @param descriptor the field's descriptor
     * @return from 0 on
     */
    public synchronized int number(ClassLoader loader, String owner, String name, String descriptor) {
        forgetUnloaded();
        return numbers.computeIfAbsent(loader, any -> new HashMap<>())
                .computeIfAbsent(Arrays.asList(owner, name, descriptor), any -> {
                    int number = next.getAsInt();
                    reads.put(number, new NumberedRead(number, loader, unloaded, owner, name, descriptor));
                    return number;
                });
    }

    private void forgetUnloaded() {
        for (Reference<?> gone = unloaded.poll(); gone != null; gone = unloaded.poll()) {
            int number = ((NumberedRead) gone).number;
            reads.remove(number);
            if (number < table.length()) {
                table.set(number, null);
            }
        }
    }

    /**
     * Links the reads of a number. As linking a site, it waits for no reload. A field that is not dynamic, or fails to link,
     * gets the identity.
     *
     * @return the table, in which the filter lies at its number, behind a {@link Reference}; null if the loader is gone
     * @throws ClassNotFoundException if the field's class cannot be found; from then on, its reads keep their own values
     */
    public AtomicReferenceArray<?> link(int number) throws ClassNotFoundException {
        NumberedRead read = read(number);
        ClassLoader loader = read == null ? null : read.get();
        if (loader == null) {
            return null;
        }
        try {
            MethodHandle filter = linker.filter(read.name, read.owner(loader), read.descriptor);
            return put(number, filter == null ? identity(read.descriptor) : filter);
        } catch (VirtualMachineError distress) {
            throw distress; // the next read links again
        } catch (Throwable failure) {
            put(number, identity(read.descriptor));
            throw failure;
        }
    }

    private synchronized NumberedRead read(int number) {
        return reads.get(number);
    }

    private MethodHandle identity(String descriptor) {
        return identities.computeIfAbsent(
                SiteType.eraseForFilter(descriptor), type -> Linker.identity(SiteType.ofFilter(type)));
    }

    private synchronized AtomicReferenceArray<?> put(int number, MethodHandle filter) {
        if (number >= table.length()) {
            AtomicReferenceArray<Reference<MethodHandle>> larger =
                    new AtomicReferenceArray<>(Math.max(number + 1, 2 * table.length()));
            for (int i = 0; i < table.length(); i++) {
                larger.set(i, table.get(i));
            }
            table = larger;
        }
        table.set(number, new WeakReference<>(filter));
        return table;
    }

    /** Names the field of a number, for reports. */
    public String describe(int number) {
        return String.valueOf(read(number));
    }
}
