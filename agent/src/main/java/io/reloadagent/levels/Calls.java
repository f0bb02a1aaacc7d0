package io.reloadagent.levels;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Calls public methods of a library by their names, through its own classes. Not by reflection alone: that would define classes below its
 * loader. Nor by looking the names up as handles: that has the boot loader agree to the library's types, and on Java 8 it refuses those of a
 * second copy then.
 */
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
        MethodHandle handle = LOOKUP.unreflect(owner.getMethod(method, type.parameterArray()));
        return handle.bindTo(object).invokeWithArguments(arguments);
    }

    /** Calls a static method. */
    static Object callStatic(Class<?> owner, String method, MethodType type, Object... arguments) throws Throwable {
        return LOOKUP.unreflect(owner.getMethod(method, type.parameterArray())).invokeWithArguments(arguments);
    }

    /** Makes an object. */
    static Object make(Class<?> owner, MethodType type, Object... arguments) throws Throwable {
        return LOOKUP.unreflectConstructor(owner.getConstructor(type.parameterArray()))
                .invokeWithArguments(arguments);
    }
}
