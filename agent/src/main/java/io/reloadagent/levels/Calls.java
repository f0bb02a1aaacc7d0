package io.reloadagent.levels;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Calls public methods of a library by their names, through its own classes. Not by reflection: that would define classes below its loader. */
final class Calls {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

    private Calls() {}

    /** A class as a loader has it, initialised. */
    static Class<?> type(String name, ClassLoader loader) throws ClassNotFoundException {
        return Class.forName(name, true, loader);
    }

    /** Calls a method of an object; {@code owner} is a public class or interface that declares or inherits it. */
    static Object call(Class<?> owner, Object object, String method, MethodType type, Object... arguments)
            throws Throwable {
        MethodHandle handle = LOOKUP.findVirtual(owner, method, type).bindTo(object);
        return handle.invokeWithArguments(arguments);
    }

    /** Calls a static method. */
    static Object callStatic(Class<?> owner, String method, MethodType type, Object... arguments) throws Throwable {
        return LOOKUP.findStatic(owner, method, type).invokeWithArguments(arguments);
    }

    /** Makes an object. */
    static Object make(Class<?> owner, MethodType type, Object... arguments) throws Throwable {
        return LOOKUP.findConstructor(owner, type).invokeWithArguments(arguments);
    }
}
