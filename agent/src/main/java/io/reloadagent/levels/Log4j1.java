package io.reloadagent.levels;

import static java.lang.invoke.MethodType.methodType;

import java.util.Collection;
import java.util.Collections;

/** Reload4j, and Log4j 1.2, from which it stems. Immutable. */
final class Log4j1 implements LogLibrary {

    private static final String PACKAGE = "org.apache.log4j.";

    @Override
    public String name() {
        return "Log4j 1.2 or Reload4j";
    }

    /** The root logger is made when the manager is initialised. */
    @Override
    public String marker() {
        return PACKAGE + "spi.RootLogger";
    }

    @Override
    public Collection<?> contexts(Class<?> marker) throws Throwable {
        ClassLoader loader = marker.getClassLoader();
        Class<?> repository = Calls.type(PACKAGE + "spi.LoggerRepository", loader);
        return Collections.singletonList(Calls.callStatic(
                Calls.type(PACKAGE + "LogManager", loader), "getLoggerRepository", methodType(repository)));
    }

    private static Object logger(Object repository, String name) throws Throwable {
        ClassLoader loader = repository.getClass().getClassLoader();
        Class<?> type = Calls.type(PACKAGE + "spi.LoggerRepository", loader);
        Class<?> logger = Calls.type(PACKAGE + "Logger", loader);
        return name.equals(LogLevels.ROOT)
                ? Calls.call(type, repository, "getRootLogger", methodType(logger))
                : Calls.call(type, repository, "getLogger", methodType(logger, String.class), name);
    }

    @Override
    public String level(Object repository, String name) throws Throwable {
        Object logger = logger(repository, name);
        ClassLoader loader = repository.getClass().getClassLoader();
        Class<?> level = Calls.type(PACKAGE + "Level", loader);
        Object set = Calls.call(Calls.type(PACKAGE + "Category", loader), logger, "getLevel", methodType(level));
        return set == null ? null : set.toString();
    }

    @Override
    public void set(Object repository, String name, String levelName) throws Throwable {
        Object logger = logger(repository, name);
        ClassLoader loader = repository.getClass().getClassLoader();
        Class<?> level = Calls.type(PACKAGE + "Level", loader);
        Object set = levelName == null
                ? null
                : Calls.callStatic(level, "toLevel", methodType(level, String.class), levelName);
        Object unused = Calls.call(
                Calls.type(PACKAGE + "Category", loader), logger, "setLevel", methodType(void.class, level), set);
    }

    @Override
    public String nameOf(LogLevel level) {
        return level.log4j();
    }
}
