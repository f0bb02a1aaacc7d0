package com.acme.types;

import java.util.Collections;
import java.util.List;

/** A nested object, with fields as they were written before there was an agent. */
class Endpoint {

    private String host = "own";
    private int port = 1;
    private List<String> tags = Collections.emptyList();

    @Override
    public String toString() {
        return host + ":" + port + tags;
    }
}
