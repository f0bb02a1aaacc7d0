package io.reloadagent.instrument;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** A class file that was changed, and how often it reads which dynamic fields. Immutable. */
final class Rewritten {

    final byte[] bytes;
    final Map<FieldReference, Integer> sites;

    Rewritten(byte[] bytes, Map<FieldReference, Integer> sites) {
        this.bytes = bytes;
        this.sites = Collections.unmodifiableMap(new HashMap<>(sites));
    }
}
