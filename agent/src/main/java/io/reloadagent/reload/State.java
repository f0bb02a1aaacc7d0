package io.reloadagent.reload;

/** How the agent is, in a word. */
public enum State {
    /** The agent is not yet in its place. */
    STARTING,
    /** All is well: it waits for the next change. */
    READY,
    /** A reload is under way. */
    RELOADING,
    /** The sources could not be used at start, nor since: the values are those that were in force before. */
    LAST_KNOWN_GOOD,
    /** A reload failed, and what it tried has to wait until it is tried again. */
    BACKING_OFF,
    /** A source does not exist now; what it held is served. */
    SOURCE_MISSING,
    /** A source exists and cannot be read now; what it held is served. */
    SOURCE_UNREADABLE,
    /** A module is not in step with the version in force, and no reload has succeeded since. */
    DEGRADED
}
