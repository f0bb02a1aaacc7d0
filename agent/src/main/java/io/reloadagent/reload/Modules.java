package io.reloadagent.reload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The modules of the application. A reload works on the list as it was when it began.
 * Thread-safe.
 */
public final class Modules {

    /** Guarded by this. */
    private final List<Module> modules = new ArrayList<>();

    /** Creates an empty list. */
    public Modules() {}

    /**
     * Registers a module by name; one that is registered already gets the new name and keeps its place.
     *
     * @throws IllegalArgumentException if the name is null, blank or taken by another module, or the module is null
     */
    public synchronized void register(String name, Object module) {
        if (name == null || name.trim().isEmpty()) {
            throw new IllegalArgumentException("a module needs a name; '" + name + "' is none");
        }
        if (module == null) {
            throw new IllegalArgumentException("module '" + name + "' is null");
        }
        forgetCollected();
        Module taken = find(name);
        if (taken != null && taken.object() != module) {
            throw new IllegalArgumentException(
                    "a module named '" + name + "' is registered already; unregister it first, or use another name");
        }
        put(new Module(name, module));
    }

    /** Registers a module that has no name of its own under its class's; registering it again has no effect. */
    public synchronized void register(Object module) {
        forgetCollected();
        if (modules.stream().noneMatch(known -> known.object() == module)) {
            put(new Module(free(module.getClass().getName()), module));
        }
    }

    private String free(String className) {
        String name = className;
        for (int i = 2; find(name) != null; i++) {
            name = className + "#" + i;
        }
        return name;
    }

    /**
     * Forgets a module.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public synchronized void unregister(String name) {
        forgetCollected();
        Module module = find(name);
        if (module == null) {
            throw new IllegalArgumentException("no module named '" + name + "' is registered; there are " + modules);
        }
        modules.remove(module);
    }

    /** By name. */
    synchronized List<Module> list() {
        forgetCollected();
        List<Module> list = new ArrayList<>(modules);
        list.sort(Comparator.comparing(Module::name));
        return list;
    }

    private void put(Module module) {
        for (int i = 0; i < modules.size(); i++) {
            if (modules.get(i).object() == module.object()) {
                modules.set(i, module);
                return;
            }
        }
        modules.add(module);
    }

    private Module find(String name) {
        List<Module> found =
                modules.stream().filter(module -> module.name().equals(name)).collect(Collectors.toList());
        return found.isEmpty() ? null : found.get(0);
    }

    private void forgetCollected() {
        modules.removeIf(module -> Objects.isNull(module.object()));
    }
}
