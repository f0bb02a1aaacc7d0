package io.reloadagent.levels;

import io.reloadagent.bind.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A level as one writes it, and what it is called in each library: the nearest that logs no less. */
enum LogLevel {
    OFF("OFF", "OFF", "OFF", ""),
    FATAL("ERROR", "FATAL", "SEVERE", ""),
    ERROR("ERROR", "ERROR", "SEVERE", "SEVERE"),
    WARN("WARN", "WARN", "WARNING", "WARNING"),
    INFO("INFO", "INFO", "INFO", ""),
    CONFIG("INFO", "INFO", "CONFIG", ""),
    DEBUG("DEBUG", "DEBUG", "FINE", "FINE"),
    FINER("DEBUG", "DEBUG", "FINER", ""),
    TRACE("TRACE", "TRACE", "FINEST", "FINEST"),
    ALL("ALL", "ALL", "ALL", "");

    private static final List<String> INHERITED = Arrays.asList("NULL", "INHERIT", "INHERITED", "");

    private final String logback;
    private final String log4j;
    private final String jul;
    /** Another name, that of {@code java.util.logging}; empty for none. */
    private final String alias;

    LogLevel(String logback, String log4j, String jul, String alias) {
        this.logback = logback;
        this.log4j = log4j;
        this.jul = jul;
        this.alias = alias;
    }

    /** Whether a text says that the logger is to have the level that it has without the source. */
    static boolean isInherited(String text) {
        return INHERITED.contains(text.trim().toUpperCase(Locale.ROOT));
    }

    /**
     * The level that a text names, in upper or lower case.
     *
     * @throws IllegalArgumentException with what would be one
     */
    static LogLevel of(String text) {
        String name = text.trim().toUpperCase(Locale.ROOT);
        for (LogLevel level : values()) {
            if (level.name().equals(name) || level.alias.equals(name)) {
                return level;
            }
        }
        List<String> known = names();
        String nearest = Nearest.of(name, known);
        throw new IllegalArgumentException("expected a level, one of " + String.join(", ", known)
                + ", or inherit for the logger's own" + (nearest == null ? "" : "; did you mean " + nearest + "?"));
    }

    private static List<String> names() {
        return Stream.of(values())
                .flatMap(level -> Stream.of(level.name(), level.alias))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toList());
    }

    String logback() {
        return logback;
    }

    /** In both versions of Log4j. */
    String log4j() {
        return log4j;
    }

    String jul() {
        return jul;
    }
}
