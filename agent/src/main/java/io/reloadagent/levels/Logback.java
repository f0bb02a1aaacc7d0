package io.reloadagent.levels;

import static java.lang.invoke.MethodType.methodType;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.function.Consumer;

/** Logback, which SLF4J brings to life. Immutable. */
final class Logback implements LogLibrary {

    private static final String CONTEXT = "ch.qos.logback.classic.LoggerContext";
    private static final String LOGGER = "ch.qos.logback.classic.Logger";
    private static final String LEVEL = "ch.qos.logback.classic.Level";
    private static final String FACTORY = "org.slf4j.ILoggerFactory";
    private static final int INITIALIZED = 3;

    private final Consumer<Class<?>> open;

    /** @param open makes the fields of a class, if it belongs to a named module, accessible by reflection */
    Logback(Consumer<Class<?>> open) {
        this.open = open;
    }

    @Override
    public String name() {
        return "Logback";
    }

    @Override
    public String marker() {
        return CONTEXT;
    }

    /** The context that SLF4J has, unless that is not initialised: to ask it then would do so. */
    @Override
    public Collection<?> contexts(Class<?> marker) throws Throwable {
        Class<?> slf4j = slf4j(marker);
        if (slf4j == null || !isInitialized(slf4j)) {
            return Collections.emptyList();
        }
        Class<?> factory = Class.forName(FACTORY, false, slf4j.getClassLoader());
        Object context = Calls.callStatic(slf4j, "getILoggerFactory", methodType(factory));
        return marker.isInstance(context) ? Collections.singletonList(context) : Collections.emptyList();
    }

    /** Null if the class is another one of this name. */
    private static Class<?> slf4j(Class<?> context) throws ClassNotFoundException {
        for (Class<?> parent : context.getInterfaces()) {
            if (parent.getName().equals(FACTORY)) {
                return Class.forName("org.slf4j.LoggerFactory", false, parent.getClassLoader());
            }
        }
        return null;
    }

    /** So called since SLF4J 1.5. */
    private boolean isInitialized(Class<?> slf4j) throws ReflectiveOperationException {
        open.accept(slf4j);
        Field state = slf4j.getDeclaredField("INITIALIZATION_STATE");
        state.setAccessible(true);
        return state.getInt(null) == INITIALIZED;
    }

    private static Object logger(Object context, String name) throws Throwable {
        Class<?> type = Calls.type(LOGGER, context.getClass().getClassLoader());
        String known = name.equals(LogLevels.ROOT) ? "ROOT" : name;
        return Calls.call(context.getClass(), context, "getLogger", methodType(type, String.class), known);
    }

    @Override
    public String level(Object context, String logger) throws Throwable {
        Object found = logger(context, logger);
        Class<?> level = Calls.type(LEVEL, found.getClass().getClassLoader());
        Object set = Calls.call(found.getClass(), found, "getLevel", methodType(level));
        return set == null ? null : set.toString();
    }

    @Override
    public void set(Object context, String logger, String name) throws Throwable {
        Object found = logger(context, logger);
        Class<?> level = Calls.type(LEVEL, found.getClass().getClassLoader());
        Object set = name == null ? null : Calls.callStatic(level, "toLevel", methodType(level, String.class), name);
        Object unused = Calls.call(found.getClass(), found, "setLevel", methodType(void.class, level), set);
    }

    @Override
    public String nameOf(LogLevel level) {
        return level.logback();
    }
}
