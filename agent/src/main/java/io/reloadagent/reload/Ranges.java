package io.reloadagent.reload;

import java.util.Collection;
import java.util.Iterator;
import java.util.TreeSet;

/** Numbers in words. */
final class Ranges {

    private Ranges() {}

    /** {@code 1, 4 to 6 and 9}; of numbers next to each other, the first and the last are told. */
    static String of(Collection<Long> numbers) {
        StringBuilder text = new StringBuilder();
        Iterator<Long> rest = new TreeSet<>(numbers).iterator();
        Long first = rest.hasNext() ? rest.next() : null;
        Long last = first;
        while (first != null) {
            Long next = rest.hasNext() ? rest.next() : null;
            if (next == null || next != last + 1) {
                append(text, first, last, next == null);
                first = next;
            }
            last = next;
        }
        return text.toString();
    }

    private static void append(StringBuilder text, long first, long last, boolean isEnd) {
        if (text.length() > 0) {
            text.append(isEnd ? " and " : ", ");
        }
        text.append(first);
        if (last > first) {
            text.append(" to ").append(last);
        }
    }
}
