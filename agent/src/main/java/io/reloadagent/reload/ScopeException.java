package io.reloadagent.reload;

/** A request names a section or a version that there is not. */
final class ScopeException extends Exception {

    private static final long serialVersionUID = 1;

    ScopeException(String message) {
        super(message);
    }
}
