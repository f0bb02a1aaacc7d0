package io.reloadagent.trigger;

import io.reloadagent.report.metrics.Exposition;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** What the agent shows of itself over HTTP, by path. Thread-safe. */
final class Views {

    private final Operations operations;

    private Views(Operations operations) {
        this.operations = operations;
    }

    static Map<String, Endpoint> of(Operations operations) {
        Views views = new Views(operations);
        Map<String, Endpoint> endpoints = new HashMap<>();
        endpoints.put("/admin/status", ReadEndpoint.byRole(views::status));
        endpoints.put("/admin/health", new ReadEndpoint(views::health));
        endpoints.put("/admin/config", new ReadEndpoint(views::config));
        endpoints.put("/admin/history", new ReadEndpoint(views::history));
        endpoints.put(OpenApi.PATH, new ReadEndpoint(OpenApi::answer));
        endpoints.put("/metrics", new ReadEndpoint(views::metrics));
        return endpoints;
    }

    private Answer status(Role role) {
        return status(operations, role);
    }

    /** How the agent is, for who has a role. */
    static Answer status(Operations operations, Role role) {
        Map<String, Object> status = operations.state().toMap();
        status.put("role", role.toString());
        status.put("logLevel", LogLevels.text(operations.logLevel()));
        return Answer.of(200, status);
    }

    /** 200 if all is well, else 503, with the reasons. */
    private Answer health() {
        AgentState now = operations.state();
        return Answer.of(now.isHealthy() ? 200 : 503, now.health());
    }

    private Answer config() {
        return Answer.of(200, operations.config());
    }

    private Answer history() {
        return Answer.of(200, Collections.singletonMap("history", operations.history()));
    }

    /** For Prometheus. */
    private Answer metrics() throws IOException {
        byte[] text = new Exposition(operations.metricsPrefix(), operations.readings()).write();
        return Answer.of(200, Exposition.CONTENT_TYPE, text);
    }
}
