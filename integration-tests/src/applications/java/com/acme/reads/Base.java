package com.acme.reads;

import io.reloadagent.api.Dynamic;

/** Its fields are read through {@link Derived}. */
class Base {

    @Dynamic("reads.inherited")
    protected int inherited = 1;

    @Dynamic("reads.inherited-static")
    static int inheritedStatic = 1;
}
