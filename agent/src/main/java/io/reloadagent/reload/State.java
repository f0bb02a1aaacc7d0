package io.reloadagent.reload;

/** How the agent is, in a word. */
public enum State {
    /** All is well: it waits for the next change. */
    READY,
    /** A reload is under way. */
    RELOADING,
    /** A reload failed, and what it tried has to wait until it is tried again. */
    BACKING_OFF,
    /** A module could not be brought back to its old state, and no reload has succeeded since. */
    DEGRADED
}
