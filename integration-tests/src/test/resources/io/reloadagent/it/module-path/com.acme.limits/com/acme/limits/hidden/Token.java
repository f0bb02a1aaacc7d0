package com.acme.limits.hidden;

/** Public, in a package that its module keeps to itself. */
public final class Token {

    @Override
    public String toString() {
        return "token";
    }
}
