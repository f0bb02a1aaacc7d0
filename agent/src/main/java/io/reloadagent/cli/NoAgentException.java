package io.reloadagent.cli;

/** The JVM was reached, and there is no agent in it. */
final class NoAgentException extends NotReachedException {

    private static final long serialVersionUID = 1;

    /** @param message which JVM, and what to do */
    NoAgentException(String message) {
        super(message);
    }
}
