package io.reloadagent.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of variables. A {@code _} in one of them joins either two words of one name or two names of a path; so they are compared
 * with paths whose dots are written as {@code _}. Immutable.
 */
public final class Variables {

    static final Variables NONE = new Variables(Collections.emptyMap());

    /** By the name in canonical form. */
    private final Map<String, String> names;

    private final Set<String> keys;

    private Variables(Map<String, String> names) {
        this.names = names;
        this.keys = new HashSet<>(names.values());
    }

    static Variables named(Collection<String> names) {
        Map<String, String> byForm = new LinkedHashMap<>();
        for (String name : names) {
            if (name.indexOf('.') < 0) {
                byForm.put(Words.canonical(name), name);
            }
        }
        return byForm.isEmpty() ? NONE : new Variables(byForm);
    }

    /**
     * The paths that the name of a variable most likely means: each with one dot in it, and the one with as many as there can be.
     *
     * @param name such as {@code DATABASE_MAX_CONNS}
     */
    public static List<Path> pathsOf(String name) {
        String form = Words.canonical(name);
        List<Path> paths = new ArrayList<>();
        paths.add(Path.of("").child(form));
        for (int joint = form.indexOf('_'); joint >= 0; joint = form.indexOf('_', joint + 1)) {
            paths.add(Path.of("").child(form.substring(0, joint) + '.' + form.substring(joint + 1)));
        }
        paths.add(Path.of("").child(form.replace('_', '.')));
        return paths;
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    boolean contains(String key) {
        return keys.contains(key);
    }

    /** The canonical forms of the names; unmodifiable. */
    Set<String> forms() {
        return Collections.unmodifiableSet(names.keySet());
    }

    /** The name of the variable that may be meant for a path; null if there is none. */
    String at(Path path) {
        return names.isEmpty() ? null : names.get(formOf(path));
    }

    /** The name in this canonical form; null if there is none. */
    String at(String form) {
        return names.get(form);
    }

    static String formOf(Path path) {
        return path.toString().replace('.', '_');
    }

    /** These and the others, which count where both have one form. */
    Variables and(Variables others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        Map<String, String> both = new HashMap<>(names);
        both.putAll(others.names);
        return new Variables(both);
    }

    /** A branch that has these variables without those that another branch, which comes later, sets as a variable or at a path. */
    Branch without(Branch mine, Branch later) {
        if (isEmpty()) {
            return mine;
        }
        Map<String, String> left = new LinkedHashMap<>(names);
        left.keySet().removeAll(later.variables().forms());
        Leaves.of(later).keySet().forEach(path -> left.remove(path.replace('.', '_')));
        return without(mine, left);
    }

    /** A branch that has these variables without those of the given forms. */
    Branch without(Branch mine, Set<String> forms) {
        Map<String, String> left = new LinkedHashMap<>(names);
        left.keySet().removeAll(forms);
        return without(mine, left);
    }

    private Branch without(Branch mine, Map<String, String> left) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        Variables staying = new Variables(left);
        mine.entries().forEach((key, node) -> {
            if (!contains(key) || staying.contains(key)) {
                entries.put(key, node);
                origins.put(key, mine.keyOrigin(key));
            }
        });
        return new Branch(mine.origin(), entries, origins, staying);
    }
}
