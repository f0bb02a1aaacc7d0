package io.reloadagent.trigger;

import java.io.IOException;
import java.util.Collections;

/** {@code GET /admin/history}. Thread-safe. */
final class HistoryEndpoint implements Endpoint {

    static final String PATH = "/admin/history";

    private final Operations operations;

    HistoryEndpoint(Operations operations) {
        this.operations = operations;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("GET")) {
            throw new Refusal(405, "the history is asked for by GET").with("Allow", "GET");
        }
        Form.read(head, reader, Collections.emptySet());
        deadline.stop();
        return Answer.of(200, Collections.singletonMap("history", operations.history()));
    }
}
