package io.reloadagent.benchmarks.transaction;

import io.reloadagent.api.Dynamic;

/** Two values that always agree in the source, and that busy threads read. */
final class SoakSettings {

    @Dynamic("soak.first")
    static int first;

    @Dynamic("soak.second")
    static int second;

    private SoakSettings() {}
}
