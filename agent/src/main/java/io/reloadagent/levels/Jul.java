package io.reloadagent.levels;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * {@code java.util.logging}. To be loaded only when the application has initialised it: a server's own manager must come first. Holds the
 * loggers that it gave a level, as their manager does not. Thread-safe.
 */
final class Jul implements LogLibrary {

    /** Made by the manager for its own root, whatever class it is of, when it is initialised. */
    static final String MARKER = "java.util.logging.LogManager$RootLogger";

    private final Map<String, Logger> held = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "java.util.logging";
    }

    @Override
    public String marker() {
        return MARKER;
    }

    @Override
    public Collection<?> contexts(Class<?> marker) {
        return Collections.singletonList(LogManager.getLogManager());
    }

    private static Logger logger(String name) {
        return Logger.getLogger(name.equals(LogLevels.ROOT) ? "" : name);
    }

    @Override
    public String level(Object context, String name) {
        Level level = logger(name).getLevel();
        return level == null ? null : level.getName();
    }

    @Override
    public void set(Object context, String name, String level) {
        Logger logger = logger(name);
        logger.setLevel(level == null ? null : Level.parse(level));
        if (level == null) {
            held.remove(name);
        } else {
            held.put(name, logger);
        }
    }

    @Override
    public String nameOf(LogLevel level) {
        return level.jul();
    }
}
