package io.reloadagent.benchmarks;

import io.reloadagent.api.Dynamic;

/** Settings of which each instance reads at a path of its own, with the same value at all of them. */
@Dynamic("bound.${name}")
final class BoundSettings {

    final String name;

    int size = Values.OWN;

    BoundSettings(String name) {
        this.name = name;
    }
}
