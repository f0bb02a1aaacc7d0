package com.acme.records;

import io.reloadagent.api.Dynamic;

/**
 * Limits.
 *
 * @param size from the source, or as constructed
 * @param name from the source, or as constructed
 */
@Dynamic("limits")
record Limits(int size, String name) {

    /** A record that is not dynamic itself. */
    record Window(Limits limits, int width) {}
}
