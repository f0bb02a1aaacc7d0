package io.reloadagent.process;

/** A JVM cannot be reached, or has no agent that answers. */
public final class UnreachableException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message which process, why, and what to do */
    UnreachableException(String message) {
        super(message);
    }

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
