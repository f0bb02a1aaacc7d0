package io.reloadagent.instrument;

import java.util.HashMap;
import java.util.Map;

/** How often a class reads which dynamic fields. Not thread-safe. */
final class SiteCount {

    private final Map<FieldReference, Integer> counts = new HashMap<>();

    void add(FieldReference field) {
        counts.merge(field, 1, Integer::sum);
    }

    Map<FieldReference, Integer> counts() {
        return counts;
    }
}
