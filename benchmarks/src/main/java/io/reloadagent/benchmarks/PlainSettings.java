package io.reloadagent.benchmarks;

/** Settings that the agent leaves alone: what every other read is compared with. */
final class PlainSettings {

    static int limit = Values.OWN;

    static boolean strict = Values.OWN_FLAG;

    static String mode = Values.OWN_TEXT;

    int size = Values.OWN;

    boolean enabled = Values.OWN_FLAG;

    String name = Values.OWN_TEXT;
}
