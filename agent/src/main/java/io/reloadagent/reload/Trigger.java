package io.reloadagent.reload;

import java.util.Locale;

/** What asked for a reload. */
public enum Trigger {
    FILE,
    HTTP,
    JMX,
    SIGNAL,
    API,
    CLI,
    FLEET,
    SCHEDULE;

    /** The name as it stands in events and results: {@code file}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
