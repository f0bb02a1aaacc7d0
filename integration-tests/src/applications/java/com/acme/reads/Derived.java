package com.acme.reads;

/** Declares nothing of its own. */
class Derived extends Base implements Limits {

    int inherited() {
        return inherited;
    }
}
