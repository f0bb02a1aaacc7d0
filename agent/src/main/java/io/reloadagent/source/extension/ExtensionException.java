package io.reloadagent.source.extension;

/** An extension cannot be used. The message says which, and why. */
public final class ExtensionException extends Exception {

    private static final long serialVersionUID = 1;

    ExtensionException(String message, Throwable cause) {
        super(message, cause);
    }
}
