package io.reloadagent.benchmarks;

/** Settings that the agent leaves alone: what every other read is compared with. */
final class PlainSettings {

    static int limit = Values.OWN;

    int size = Values.OWN;
}
