package io.reloadagent.levels;

import static java.lang.invoke.MethodType.methodType;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Log4j 2, all contexts of one copy: there may be one a web application. Immutable. */
final class Log4j2 implements LogLibrary {

    private static final String CORE = "org.apache.logging.log4j.core.";
    private static final String API = "org.apache.logging.log4j.";

    @Override
    public String name() {
        return "Log4j 2";
    }

    /** Is loaded for the first context that there is, by a thread that has the API's manager initialised. */
    @Override
    public String marker() {
        return CORE + "config.AbstractConfiguration";
    }

    @Override
    public Collection<?> contexts(Class<?> marker) throws Throwable {
        ClassLoader loader = marker.getClassLoader();
        Class<?> factoryType = Calls.type(API + "spi.LoggerContextFactory", loader);
        Object factory =
                Calls.callStatic(Calls.type(API + "LogManager", loader), "getFactory", methodType(factoryType));
        Class<?> core = Calls.type(CORE + "impl.Log4jContextFactory", loader);
        if (!core.isInstance(factory)) {
            return Collections.emptyList();
        }
        Class<?> selectorType = Calls.type(CORE + "selector.ContextSelector", loader);
        Object selector = Calls.call(core, factory, "getSelector", methodType(selectorType));
        return (Collection<?>) Calls.call(selectorType, selector, "getLoggerContexts", methodType(List.class));
    }

    @Override
    public String level(Object context, String logger) throws Throwable {
        Library library = new Library(context);
        Object own = library.ownConfig(library.configuration(), name(logger));
        Object level = own == null ? null : library.level(own);
        return level == null ? null : level.toString();
    }

    private static String name(String logger) {
        return logger.equals(LogLevels.ROOT) ? "" : logger;
    }

    @Override
    public void set(Object context, String logger, String level) throws Throwable {
        Library library = new Library(context);
        library.set(library.configuration(), name(logger), level);
        Object unused = Calls.call(library.context, context, "updateLoggers", methodType(void.class));
    }

    @Override
    public String nameOf(LogLevel level) {
        return level.log4j();
    }

    /** The classes of the copy that a context belongs to. */
    private static final class Library {

        private final Object contextObject;
        private final Class<?> context;
        private final Class<?> configuration;
        private final Class<?> config;
        private final Class<?> level;

        Library(Object contextObject) throws ClassNotFoundException {
            ClassLoader loader = contextObject.getClass().getClassLoader();
            this.contextObject = contextObject;
            this.context = Calls.type(CORE + "LoggerContext", loader);
            this.configuration = Calls.type(CORE + "config.Configuration", loader);
            this.config = Calls.type(CORE + "config.LoggerConfig", loader);
            this.level = Calls.type(API + "Level", loader);
        }

        Object configuration() throws Throwable {
            return Calls.call(context, contextObject, "getConfiguration", methodType(configuration));
        }

        /** Null if the logger has none but that of a logger above. */
        Object ownConfig(Object inForce, String logger) throws Throwable {
            Object nearest =
                    Calls.call(configuration, inForce, "getLoggerConfig", methodType(config, String.class), logger);
            Object name = Calls.call(config, nearest, "getName", methodType(String.class));
            return logger.equals(name) ? nearest : null;
        }

        Object level(Object own) throws Throwable {
            try {
                return Calls.call(config, own, "getExplicitLevel", methodType(level));
            } catch (NoSuchMethodException olderThan220) {
                return Calls.call(config, own, "getLevel", methodType(level));
            }
        }

        void set(Object inForce, String logger, String name) throws Throwable {
            Object set =
                    name == null ? null : Calls.callStatic(level, "getLevel", methodType(level, String.class), name);
            Object own = ownConfig(inForce, logger);
            if (own == null && set != null) {
                own = Calls.make(config, methodType(void.class, String.class, level, boolean.class), logger, set, true);
                Object unused = Calls.call(
                        configuration, inForce, "addLogger", methodType(void.class, String.class, config), logger, own);
            } else if (own != null && set == null && hasNoAppender(own)) {
                Object unused = Calls.call(
                        configuration, inForce, "removeLogger", methodType(void.class, String.class), logger);
            } else if (own != null) {
                Object unused = Calls.call(config, own, "setLevel", methodType(void.class, level), set);
            }
        }

        /** One with appenders was not made for a level. */
        private boolean hasNoAppender(Object own) throws Throwable {
            return ((Map<?, ?>) Calls.call(config, own, "getAppenders", methodType(Map.class))).isEmpty();
        }
    }
}
