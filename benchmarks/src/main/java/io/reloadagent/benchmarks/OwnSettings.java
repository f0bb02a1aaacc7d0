package io.reloadagent.benchmarks;

import io.reloadagent.api.Dynamic;

/** Settings that may follow the source, which has no values for them. */
@Dynamic("own")
class OwnSettings {

    static int limit = Values.OWN;

    int size = Values.OWN;
}
