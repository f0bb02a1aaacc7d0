package io.reloadagent.store;

import java.io.IOException;

/** A file of the history cannot be used; its message says why, without a name. */
final class UnreadableEntryException extends IOException {

    private static final long serialVersionUID = 1;

    private final boolean newer;

    UnreadableEntryException(String message, Throwable cause) {
        super(message, cause);
        this.newer = false;
    }

    private UnreadableEntryException(String message) {
        super(message);
        this.newer = true;
    }

    /** For a file that a later agent has written. */
    static UnreadableEntryException newer(String format) {
        return new UnreadableEntryException("was written by a newer agent, in format " + format);
    }

    /** Whether there is nothing wrong with it but that this agent is too old. */
    boolean isNewer() {
        return newer;
    }
}
