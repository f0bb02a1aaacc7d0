package io.reloadagent.bind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What becomes of a type that is declared as an interface of the JDK's collections. */
final class Containers {

    private static final Map<Class<?>, Supplier<Object>> MAKERS = new HashMap<>();

    static {
        MAKERS.put(Collection.class, ArrayList::new);
        MAKERS.put(List.class, ArrayList::new);
        MAKERS.put(Set.class, LinkedHashSet::new);
        MAKERS.put(SortedSet.class, TreeSet::new);
        MAKERS.put(NavigableSet.class, TreeSet::new);
        MAKERS.put(Map.class, LinkedHashMap::new);
        MAKERS.put(SortedMap.class, TreeMap::new);
        MAKERS.put(NavigableMap.class, TreeMap::new);
    }

    private Containers() {}

    /** Makes an empty one, which keeps the order of the document, unless it is sorted; null if the type is none of these interfaces. */
    static Supplier<Object> maker(Class<?> declared) {
        return MAKERS.get(declared);
    }

    /** The same content as the declared interface, unmodifiable; the value itself if it is declared by another type. */
    static Object unmodifiable(Object value, Class<?> declared) {
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
