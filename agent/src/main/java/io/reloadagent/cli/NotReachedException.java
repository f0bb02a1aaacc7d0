package io.reloadagent.cli;

/** No agent has answered. */
class NotReachedException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message where it was looked for, what happened, and what to do */
    NotReachedException(String message) {
        super(message);
    }

    NotReachedException(String message, Throwable cause) {
        super(message, cause);
    }
}
