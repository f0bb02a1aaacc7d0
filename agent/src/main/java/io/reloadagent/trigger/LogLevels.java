package io.reloadagent.trigger;

import io.reloadagent.report.Level;
import java.util.Locale;

/** The levels of the log as people write them. */
final class LogLevels {

    private LogLevels() {}

    /**
     * Understands {@code debug}, in upper case too.
     *
     * @param text may be null
     * @throws IllegalArgumentException if it is no level; the message does not repeat it
     */
    static Level parse(String text) {
        for (Level level : Level.values()) {
            if (level.name().equalsIgnoreCase(text)) {
                return level;
            }
        }
        throw new IllegalArgumentException("level is trace, debug, info, warn or error");
    }

    static String text(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
