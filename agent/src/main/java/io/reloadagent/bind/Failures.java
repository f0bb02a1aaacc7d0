package io.reloadagent.bind;

import com.fasterxml.jackson.core.JacksonException;
import java.lang.reflect.InvocationTargetException;

/** What the application's code throws during a conversion: which of it is a problem of a value, and which of the JVM. */
final class Failures {

    private Failures() {}

    /** Throws on what says that the JVM is in trouble, however deep Jackson has wrapped it. A stack overflow is not: it has passed. */
    static void throwIfFatal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
                throw (VirtualMachineError) cause;
            }
        }
    }

    /** What the application's code threw, or Jackson's own exception if that is all there is. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (isWrapper(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    static boolean isOfJackson(Throwable cause) {
        return cause instanceof JacksonException;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure instanceof JacksonException
                || failure instanceof InvocationTargetException
                || failure instanceof ExceptionInInitializerError;
    }
}
