package io.reloadagent.reload;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * An application object that implements {@code Reloadable}, held weakly. It is called through the link of the copy of the
 * API that it was compiled against, with types of the JDK. Immutable.
 */
final class Module {

    private static final String INTERFACE = "io.reloadagent.api.Reloadable";
    private static final String LINK = "io.reloadagent.api.AgentLink";

    private static final MethodType STEP =
            MethodType.methodType(Callable.class, Object.class, String.class, Map.class, List.class);

    private final String name;
    private final WeakReference<Object> object;

    Module(String name, Object object) {
        this.name = name;
        this.object = new WeakReference<>(object);
    }

    String name() {
        return name;
    }

    /** Null when it was collected. */
    Object object() {
        return object.get();
    }

    /**
     * One call of the module, not made yet.
     *
     * @param step the API's name of the call
     * @param context facts about the reload; null where the call takes none
     * @param changes path, old and new value of each change; null where the call takes none
     * @throws ReflectiveOperationException if the object's copy of the API is not one that the agent knows
     */
    static Callable<?> call(Object module, String step, Map<String, Object> context, List<Object[]> changes)
            throws ReflectiveOperationException {
        Class<?> link = Class.forName(LINK, true, contract(module).getClassLoader());
        // Not by reflection: the JDK's would define a class below the application's loader, which may have been closed.
        MethodHandle stepOf = MethodHandles.publicLookup().findStatic(link, "step", STEP);
        try {
            return (Callable<?>) stepOf.invoke(module, step, context, changes);
        } catch (Throwable e) {
            throw new ReflectiveOperationException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Class<?> contract(Object module) throws ClassNotFoundException {
        for (Class<?> type = module.getClass(); type != null; type = type.getSuperclass()) {
            for (Class<?> candidate : withParents(type.getInterfaces())) {
                if (candidate.getName().equals(INTERFACE)) {
                    return candidate;
                }
            }
        }
        throw new ClassNotFoundException(module.getClass().getName() + " does not implement " + INTERFACE);
    }

    private static List<Class<?>> withParents(Class<?>... interfaces) {
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> candidate : interfaces) {
            Collections.addAll(all, candidate);
            all.addAll(withParents(candidate.getInterfaces()));
        }
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
