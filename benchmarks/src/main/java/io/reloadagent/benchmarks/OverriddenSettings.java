package io.reloadagent.benchmarks;

import io.reloadagent.api.Dynamic;

/** Settings for which the source has values. */
@Dynamic("overridden")
final class OverriddenSettings {

    static int limit = Values.OWN;

    int size = Values.OWN;
}
