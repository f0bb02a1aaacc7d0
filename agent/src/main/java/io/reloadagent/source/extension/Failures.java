package io.reloadagent.source.extension;

import io.reloadagent.source.Quoted;

/** Describes what an extension has thrown: the class and its message may be the extension's own code. */
final class Failures {

    /** In characters. */
    static final int LONGEST_MESSAGE = 300;

    private Failures() {}

    /** In one line; never throws. */
    static String described(Throwable failure) {
        String type = failure.getClass().getName();
        try {
            String message = failure.getMessage();
            return message == null ? type : type + ": " + Quoted.oneLine(message, LONGEST_MESSAGE);
        } catch (Throwable e) {
            return type;
        }
    }
}
