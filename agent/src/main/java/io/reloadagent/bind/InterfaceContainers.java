package io.reloadagent.bind;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.util.ArrayList;
import java.util.Collection;
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

/** Makes what is declared as an interface of the JDK's collections; in the order of the document, unless it is sorted. */
final class InterfaceContainers extends ValueInstantiator.Base {

    private static final long serialVersionUID = 1;
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

    private InterfaceContainers(Class<?> declared) {
        super(declared);
    }

    /** Null if the type is none of these interfaces. */
    static ValueInstantiator of(Class<?> declared) {
        return MAKERS.containsKey(declared) ? new InterfaceContainers(declared) : null;
    }

    @Override
    public boolean canCreateUsingDefault() {
        return true;
    }

    @Override
    public Object createUsingDefault(DeserializationContext context) {
        return MAKERS.get(getValueClass()).get();
    }
}
