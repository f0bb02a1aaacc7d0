package io.reloadagent.instrument;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** Opens packages of named modules to the agent. By reflection, because this class is compiled for Java 8. Thread-safe. */
public final class ModuleOpening {

    private ModuleOpening() {}

    /**
     * Gives the agent access to the members of a class by reflection, as far as modules are concerned; nothing is to be done
     * before Java 9.
     *
     * @throws IllegalStateException if this JVM does not allow it
     */
    public static void openIfNamed(Instrumentation instrumentation, Class<?> type) {
        try {
            Method getModule = Class.class.getMethod("getModule");
            Object module = getModule.invoke(type);
            if ((boolean) getModule.getReturnType().getMethod("isNamed").invoke(module)) {
                open(instrumentation, type);
            }
        } catch (NoSuchMethodException e) {
            return; // Java 8
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the module of " + type.getName() + " cannot be opened", e);
        }
    }

    /** Opens the package of a class; Java 9 and later. */
    static void open(Instrumentation instrumentation, Class<?> type) throws ReflectiveOperationException {
        Method getModule = Class.class.getMethod("getModule");
        Class<?> module = getModule.getReturnType();
        String name = type.getName();
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        Instrumentation.class
                .getMethod("redefineModule", module, Set.class, Map.class, Map.class, Set.class, Map.class)
                .invoke(
                        instrumentation,
                        getModule.invoke(type),
                        Collections.emptySet(),
                        Collections.emptyMap(),
                        Collections.singletonMap(
                                packageName, Collections.singleton(getModule.invoke(ModuleOpening.class))),
                        Collections.emptySet(),
                        Collections.emptyMap());
    }
}
