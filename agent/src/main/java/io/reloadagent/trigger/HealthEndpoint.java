package io.reloadagent.trigger;

import java.io.IOException;
import java.util.Collections;
import java.util.function.Supplier;

/** {@code GET /admin/health}: 200 if all is well, else 503, with the reasons. Thread-safe. */
final class HealthEndpoint implements Endpoint {

    static final String PATH = "/admin/health";

    private final Supplier<AgentState> state;

    HealthEndpoint(Supplier<AgentState> state) {
        this.state = state;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("GET")) {
            throw new Refusal(405, "the health is asked for by GET").with("Allow", "GET");
        }
        Form.read(head, reader, Collections.emptySet());
        deadline.stop();
        AgentState now = state.get();
        return Answer.of(now.isHealthy() ? 200 : 503, now.health());
    }
}
