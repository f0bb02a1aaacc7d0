package io.reloadagent.benchmarks;

import io.reloadagent.api.Dynamic;

/** Settings that may follow the source, which has no values for them. */
@Dynamic("own")
class OwnSettings {

    static int limit = Values.OWN;

    static boolean strict = Values.OWN_FLAG;

    static String mode = Values.OWN_TEXT;

    int size = Values.OWN;

    boolean enabled = Values.OWN_FLAG;

    String name = Values.OWN_TEXT;
}
