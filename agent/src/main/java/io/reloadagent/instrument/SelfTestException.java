package io.reloadagent.instrument;

/** The self-test has failed; the message says what went wrong, for people. */
public final class SelfTestException extends Exception {

    private static final long serialVersionUID = 1;

    SelfTestException(String message) {
        super(message);
    }

    SelfTestException(String message, Throwable cause) {
        super(message, cause);
    }
}
