package com.acme.old;

/** A type that the old classes see through their parent class loader. */
public enum Speed {
    SLOW,
    FAST
}
