package io.reloadagent.levels;

import java.util.Collection;

/**
 * A logging library, known by the names of its classes: the agent has no copy of it. Levels are told by the library's own names; null is
 * that of the nearest logger above. Throws what the library does, or that it is not one that the agent knows.
 */
interface LogLibrary {

    /** What people call it. */
    String name();

    /** The class that is loaded when the library is being initialised, and not before: {@code ch.qos.logback.classic.LoggerContext}. */
    String marker();

    /**
     * What has loggers of its own, in one copy of the library.
     *
     * @param marker as its class loader has it
     * @return empty if the application has not initialised it
     */
    Collection<?> contexts(Class<?> marker) throws Throwable;

    /** The level that was given to a logger, {@code root} being the root's; null if it has that of the nearest above. */
    String level(Object context, String logger) throws Throwable;

    /** Gives a logger a level; null for that of the nearest above. */
    void set(Object context, String logger, String level) throws Throwable;

    /** What the library calls a level. */
    String nameOf(LogLevel level);
}
