package io.reloadagent.examples.demo;

/** Something that the demo promises did not happen; the message says what. */
final class DemoException extends Exception {

    private static final long serialVersionUID = 1;

    DemoException(String message) {
        super(message);
    }
}
