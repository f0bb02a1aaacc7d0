package io.reloadagent.source.extension;

import io.reloadagent.source.Quoted;
import java.util.function.UnaryOperator;

/** Describes what an extension has thrown: the class and its message may be the extension's own code. */
final class Failures {

    /** In characters. */
    static final int LONGEST_MESSAGE = 300;

    private Failures() {}

    /**
     * In one line; never throws.
     *
     * @param mask leaves out what must not be shown of a message
     */
    static String described(Throwable failure, UnaryOperator<String> mask) {
        String type = failure.getClass().getName();
        try {
            String message = failure.getMessage();
            return message == null ? type : type + ": " + Quoted.oneLine(mask.apply(message), LONGEST_MESSAGE);
        } catch (Throwable e) {
            return type;
        }
    }
}
