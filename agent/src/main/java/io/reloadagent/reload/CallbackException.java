package io.reloadagent.reload;

/** A callback threw, or did not return in time. The message is for people. */
final class CallbackException extends Exception {

    private static final long serialVersionUID = 1;

    CallbackException(String message, Throwable cause) {
        super(message, cause);
    }
}
