package io.reloadagent.benchmarks;

import io.reloadagent.api.Dynamic;

/** Settings for which the source has values. */
@Dynamic("overridden")
final class OverriddenSettings {

    static int limit = Values.OWN;

    static boolean strict = Values.OWN_FLAG;

    static String mode = Values.OWN_TEXT;

    int size = Values.OWN;

    boolean enabled = Values.OWN_FLAG;

    String name = Values.OWN_TEXT;
}
