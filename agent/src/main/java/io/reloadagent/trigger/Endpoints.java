package io.reloadagent.trigger;

import io.reloadagent.report.Log;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What there is to ask for. Immutable. */
final class Endpoints {

    /** By path, in the one spelling that reaches it. */
    private final Map<String, Endpoint> byPath;

    private Endpoints(Map<String, Endpoint> byPath) {
        this.byPath = Collections.unmodifiableMap(new TreeMap<>(byPath));
    }

    /** All that a client may ask for, however it has come in. */
    static Endpoints of(Operations operations, ReloadCall reload, EventStreams streams, Log log) {
        Map<String, Endpoint> endpoints = Views.of(operations);
        ReloadAnswer answer = new ReloadAnswer(reload, log);
        endpoints.put(ReloadEndpoint.PATH, new ReloadEndpoint(answer));
        endpoints.put(RollBackEndpoint.PATH, new RollBackEndpoint(answer));
        endpoints.put(BreakerEndpoint.PATH, new BreakerEndpoint(operations));
        endpoints.put(DifferenceEndpoint.PATH, new DifferenceEndpoint(operations));
        endpoints.put(LogLevelEndpoint.PATH, new LogLevelEndpoint(operations));
        endpoints.put(EventsEndpoint.PATH, new EventsEndpoint(streams));
        ConsoleFiles.paths().forEach(path -> endpoints.put(path, ConsoleFiles.at(path)));
        return new Endpoints(endpoints);
    }

    Endpoint at(String path) throws Refusal {
        Endpoint endpoint = byPath.get(path);
        if (endpoint == null) {
            throw new Refusal(
                    404,
                    "there is nothing here; there are "
                            + String.join(
                                    ", ",
                                    byPath.keySet().stream()
                                            .filter(known -> !known.startsWith(ConsoleFiles.FOLDER))
                                            .collect(Collectors.toList())));
        }
        return endpoint;
    }
}
