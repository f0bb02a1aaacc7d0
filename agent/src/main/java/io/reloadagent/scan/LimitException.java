package io.reloadagent.scan;

import java.io.IOException;

/** An archive holds more than anyone should read. The message says what, and how much would have been read. */
final class LimitException extends IOException {

    private static final long serialVersionUID = 1;

    LimitException(String message) {
        super(message);
    }
}
