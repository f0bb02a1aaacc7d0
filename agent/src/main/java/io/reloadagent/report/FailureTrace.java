package io.reloadagent.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What code of others has thrown, told by its class and where, never by its message: that may repeat a secret, also one that is in no
 * source any more. Whatever the thrown object does, no method throws.
 */
final class FailureTrace {

    private static final int DEEPEST_CAUSE = 8;

    private final Throwable failure;

    FailureTrace(Throwable failure) {
        this.failure = failure;
    }

    /** In one line, and that the message was left out. */
    String line() {
        List<String> frames = frames();
        String place = frames.size() > 1 ? " " + frames.get(1) : "";
        return failure.getClass().getName() + place + " (its message is not shown, as it may repeat a secret)";
    }

    /** The classes of it and its causes, and where each was thrown from; unmodifiable. */
    List<String> frames() {
        List<String> frames = new ArrayList<>();
        try {
            Throwable cause = failure;
            for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
                frames.add((depth == 0 ? "" : "caused by ") + cause.getClass().getName());
                for (StackTraceElement frame : cause.getStackTrace()) {
                    frames.add("at " + frame);
                }
                cause = cause.getCause();
            }
        } catch (Throwable own) {
            frames.add("(its trace cannot be told: " + own.getClass().getName() + ")");
        }
        return Collections.unmodifiableList(frames);
    }
}
