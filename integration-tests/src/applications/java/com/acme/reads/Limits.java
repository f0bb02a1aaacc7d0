package com.acme.reads;

import io.reloadagent.api.Dynamic;

/** A constant that the compiler does not know, and a default method. */
interface Limits {

    @Dynamic("reads.limit")
    Integer LIMIT = Integer.valueOf("1");

    default int twice() {
        return 2 * LIMIT;
    }
}
