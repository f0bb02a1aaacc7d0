package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** Looks for the places at which objects of one class are held, from holder to holder, up to an annotation. Used once. */
final class PrefixSearch {

    /** Classes that hold each other could go on for very long; nobody writes a configuration like that. */
    private static final int MOST_STEPS = 1_000;

    private final Function<Class<?>, Path> annotated;
    private final Function<String, ? extends Collection<String>> holders;
    private final Set<Class<?>> within = new HashSet<>();
    private int steps;

    /**
     * @param annotated the prefix that a class's annotation gives; null for none
     * @param holders the names of the classes that hold objects of a class, given by its name, or extend it
     */
    PrefixSearch(Function<Class<?>, Path> annotated, Function<String, ? extends Collection<String>> holders) {
        this.annotated = annotated;
        this.holders = holders;
    }

    Set<Path> of(Class<?> type) {
        Set<Path> prefixes = new LinkedHashSet<>();
        steps++;
        if (steps > MOST_STEPS || !within.add(type)) {
            return prefixes; // or a class that holds itself
        }
        Path own = annotated.apply(type);
        if (own != null) {
            prefixes.add(own);
        }
        for (String name : holders.apply(type.getName())) {
            Class<?> holder = load(name, type.getClassLoader());
            if (holder != null) {
                addThoseIn(holder, type, prefixes);
            }
        }
        within.remove(type);
        return prefixes;
    }

    private void addThoseIn(Class<?> holder, Class<?> type, Set<Path> prefixes) {
        for (Path prefix : of(holder)) {
            if (holder.getSuperclass() == type) {
                prefixes.add(prefix);
            }
            for (Field field : holder.getDeclaredFields()) {
                if (field.getType() == type && NestedFields.include(field)) {
                    prefixes.add(prefix.child(NestedFields.nameOf(field)));
                }
            }
        }
    }

    /** Null where the class of an application in a class loader further down holds one of a shared library. */
    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null; // its fields cannot be told from here, and keep their own values
        }
    }
}
