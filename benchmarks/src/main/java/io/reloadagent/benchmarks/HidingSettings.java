package io.reloadagent.benchmarks;

/**
 * Settings that only look dynamic: they hide fields that are. From the names alone the agent cannot tell; it rewrites the
 * reads and finds out when they link.
 */
final class HidingSettings extends OwnSettings {

    static int limit = Values.OWN;

    @SuppressWarnings("HidingField")
    int size = Values.OWN;
}
