package io.reloadagent.reload;

import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The modules that take part in reloads, and with them the sections of the sources that are taken over, for a gradual roll-out: what is
 * not listed stays as it is. Immutable.
 */
public final class EnabledModules {

    /** Every module, and all of the sources. */
    public static final EnabledModules ALL = new EnabledModules(Collections.emptyList());

    private final Set<String> names;
    private final List<Path> sections;

    /** @param names of modules, and of sections: {@code database} is either or both; none for all */
    public EnabledModules(Collection<String> names) {
        this.names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
        this.sections = Collections.unmodifiableList(paths(names));
    }

    private static List<Path> paths(Collection<String> names) {
        List<Path> paths = new ArrayList<>();
        for (String name : names) {
            if (Path.isValid(name)) {
                paths.add(Path.of(name));
            }
        }
        return paths;
    }

    /** None for all; unmodifiable. */
    Set<String> names() {
        return names;
    }

    boolean includes(String module) {
        return names.isEmpty() || names.contains(module);
    }

    /** The only sections that are taken over; empty for all. */
    List<Path> sections() {
        return sections;
    }

    /** The names, in their order. */
    @Override
    public String toString() {
        return names.toString();
    }
}
