package com.acme.limits;

import com.acme.limits.hidden.Token;
import java.util.logging.Logger;

/** Fields of types that not every reader may name. */
public final class Limits {

    public static int size = 1;
    public static Token token = new Token();
    public static Logger logger = Logger.getLogger("limits");
    public static Kind kind = Kind.SMALL;

    /** A type that every reader may name. */
    public enum Kind {
        SMALL,
        LARGE
    }

    private Limits() {}

    /** Reads the hidden type where it may be named. */
    public static String ownToken() {
        return String.valueOf(token);
    }
}
