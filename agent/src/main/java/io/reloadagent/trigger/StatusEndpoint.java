package io.reloadagent.trigger;

import java.io.IOException;
import java.util.Collections;
import java.util.function.Supplier;

/** {@code GET /admin/status}. Thread-safe. */
final class StatusEndpoint implements Endpoint {

    static final String PATH = "/admin/status";

    private final Supplier<AgentState> state;

    StatusEndpoint(Supplier<AgentState> state) {
        this.state = state;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("GET")) {
            throw new Refusal(405, "the status is asked for by GET").with("Allow", "GET");
        }
        Form.read(head, reader, Collections.emptySet());
        deadline.stop();
        return Answer.of(200, state.get().toMap());
    }
}
