package io.reloadagent.trigger;

import io.reloadagent.report.metrics.Exposition;
import java.io.IOException;
import java.util.Collections;

/** {@code GET /metrics}, for Prometheus. Thread-safe. */
final class MetricsEndpoint implements Endpoint {

    static final String PATH = "/metrics";

    private final Operations operations;

    MetricsEndpoint(Operations operations) {
        this.operations = operations;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("GET")) {
            throw new Refusal(405, "metrics are asked for by GET").with("Allow", "GET");
        }
        Form.read(head, reader, Collections.emptySet());
        deadline.stop();
        byte[] text = new Exposition(operations.metricsPrefix(), operations.readings()).write();
        return Answer.of(200, Exposition.CONTENT_TYPE, text);
    }
}
