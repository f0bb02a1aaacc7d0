package com.acme.reads;

/** Reads in its constructor. */
final class InConstructor {

    private final int read;

    InConstructor(Base base) {
        read = base.inherited;
    }

    int read() {
        return read;
    }
}
