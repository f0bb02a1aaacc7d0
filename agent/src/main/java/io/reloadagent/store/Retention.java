package io.reloadagent.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How much is kept: 100 versions, 100 failures, and no more bytes than a limit. Where a JVM is started again and again, its starts do not
 * push out what reloads made: they are half of the versions at most. The newest version always stays.
 */
final class Retention {

    static final int MOST = 100;

    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private Retention() {}

    /** What has to go, of what there is: sizes in bytes by name. */
    static List<EntryName> surplus(NavigableMap<EntryName, Long> sizes) {
        NavigableMap<EntryName, Long> left = new TreeMap<>(sizes);
        List<EntryName> gone = new ArrayList<>();
        while (count(left, EntryName.Kind.START) > MOST / 2) {
            gone.add(remove(left, oldest(left, EntryName.Kind.START)));
        }
        while (count(left, EntryName.Kind.START) + count(left, EntryName.Kind.VERSION) > MOST) {
            gone.add(remove(left, oldestVersion(left)));
        }
        while (count(left, EntryName.Kind.FAILURE) > MOST) {
            gone.add(remove(left, oldest(left, EntryName.Kind.FAILURE)));
        }
        while (bytes(left) > MOST_BYTES && left.size() > 1) {
            EntryName first = left.firstKey();
            gone.add(remove(left, first.equals(newestVersion(left)) ? left.higherKey(first) : first));
        }
        return gone;
    }

    private static EntryName remove(Map<EntryName, Long> left, EntryName name) {
        left.remove(name);
        return name;
    }

    private static long count(Map<EntryName, Long> left, EntryName.Kind kind) {
        return left.keySet().stream().filter(name -> name.kind() == kind).count();
    }

    private static long bytes(Map<EntryName, Long> left) {
        return left.values().stream().mapToLong(Long::longValue).sum();
    }

    private static EntryName oldest(NavigableMap<EntryName, Long> left, EntryName.Kind kind) {
        return left.navigableKeySet().stream()
                .filter(name -> name.kind() == kind)
                .findFirst()
                .get();
    }

    private static EntryName oldestVersion(NavigableMap<EntryName, Long> left) {
        return left.navigableKeySet().stream()
                .filter(EntryName::isVersion)
                .findFirst()
                .get();
    }

    private static EntryName newestVersion(NavigableMap<EntryName, Long> left) {
        return left.descendingKeySet().stream()
                .filter(EntryName::isVersion)
                .findFirst()
                .orElse(null);
    }
}
