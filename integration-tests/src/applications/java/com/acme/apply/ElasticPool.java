package com.acme.apply;

/** Inherits its method. */
final class ElasticPool extends Pool {

    private final Object state;

    ElasticPool(String name) {
        super(name, 7);
        state = new Object();
    }

    @Override
    void refresh() {
        CALLS.add(name + " refresh elastically" + (state == null ? ", incomplete" : ""));
    }
}
