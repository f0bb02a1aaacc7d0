package io.reloadagent.cli;

/** The call cannot mean anything: an address, or a file, that cannot be used. */
final class WrongCallException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message what is wrong, where, and what to do; nothing of a token in it */
    WrongCallException(String message) {
        super(message);
    }

    WrongCallException(String message, Throwable cause) {
        super(message, cause);
    }
}
