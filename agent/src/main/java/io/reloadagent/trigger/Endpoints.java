package io.reloadagent.trigger;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What there is to ask for. Immutable. */
final class Endpoints {

    private final Map<String, Endpoint> byPath;

    /** By path, in the one spelling that reaches it. */
    Endpoints(Map<String, Endpoint> byPath) {
        this.byPath = Collections.unmodifiableMap(new TreeMap<>(byPath));
    }

    Endpoint at(String path) throws Refusal {
        Endpoint endpoint = byPath.get(path);
        if (endpoint == null) {
            throw new Refusal(404, "there is nothing here; there are " + String.join(", ", byPath.keySet()));
        }
        return endpoint;
    }
}
