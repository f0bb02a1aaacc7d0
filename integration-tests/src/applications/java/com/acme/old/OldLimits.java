package com.acme.old;

/** A constant that the compiler does not know. */
interface OldLimits {

    Integer LIMIT = Integer.valueOf("1");
}
