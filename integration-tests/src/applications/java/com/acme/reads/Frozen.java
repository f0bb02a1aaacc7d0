package com.acme.reads;

/** Reads in its static initialiser, which runs when it is first used. */
final class Frozen {

    static final int AT_INITIALISATION = new Base().inherited;

    private Frozen() {}
}
