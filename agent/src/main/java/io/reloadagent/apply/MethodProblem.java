package io.reloadagent.apply;

/** A rule does not fit a class. The message is for people: it names the class and what to do. */
final class MethodProblem extends Exception {

    private static final long serialVersionUID = 1;

    MethodProblem(String message) {
        super(message);
    }

    MethodProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
