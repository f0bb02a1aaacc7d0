package io.reloadagent.bind;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** Makes a collection unmodifiable where the type that it is declared by allows. */
final class Unmodifiable {

    private Unmodifiable() {}

    /** The same content as the declared interface, unmodifiable; the value itself if it is declared by another type. */
    static Object of(Object value, Class<?> declared) {
        if (declared == List.class) {
            return Collections.unmodifiableList((List<?>) value);
        }
        if (declared == Set.class) {
            return Collections.unmodifiableSet((Set<?>) value);
        }
        if (declared == Collection.class) {
            return Collections.unmodifiableCollection((Collection<?>) value);
        }
        if (declared == Map.class) {
            return Collections.unmodifiableMap((Map<?, ?>) value);
        }
        return ofSorted(value, declared);
    }

    private static Object ofSorted(Object value, Class<?> declared) {
        if (declared == SortedSet.class) {
            return Collections.unmodifiableSortedSet((SortedSet<?>) value);
        }
        if (declared == NavigableSet.class) {
            return Collections.unmodifiableNavigableSet((NavigableSet<?>) value);
        }
        if (declared == SortedMap.class) {
            return Collections.unmodifiableSortedMap((SortedMap<?, ?>) value);
        }
        if (declared == NavigableMap.class) {
            return Collections.unmodifiableNavigableMap((NavigableMap<?, ?>) value);
        }
        return value;
    }
}
