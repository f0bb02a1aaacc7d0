package io.reloadagent.benchmarks.transaction;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/**
 * What a JVM holds at a moment.
 *
 * @param heap in bytes, what the last collection has left: threads that allocate go on meanwhile
 * @param metaspace in bytes
 * @param code size of compiled code, in bytes
 * @param classes that are loaded
 * @param threads that live
 * @param files that are open
 */
record Resources(long heap, long metaspace, long code, int classes, int threads, long files) {

    static Resources now() {
        System.gc();
        System.gc(); // what a finalizer or a cleaner has let go meanwhile
        return new Resources(
                afterCollection(),
                used("Metaspace"),
                used("Code"),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount());
    }

    private static long afterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    private static long used(String kind) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains(kind))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** A row of a table: heap, metaspace and code in KiB. */
    String row() {
        return String.format(
                Locale.ROOT, "| %,d | %,d | %,d | %,d | %d | %d |", heap >> 10, metaspace >> 10, code >> 10, classes, threads, files);
    }
}
