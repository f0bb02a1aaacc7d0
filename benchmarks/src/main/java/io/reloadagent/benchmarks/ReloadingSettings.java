package io.reloadagent.benchmarks;

import io.reloadagent.api.Dynamic;

/** Settings that a reload which does not end is about to change. */
@Dynamic("reloading")
final class ReloadingSettings {

    static int limit = Values.OWN;

    int size = Values.OWN;
}
