package io.reloadagent.trigger;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** {@code POST /admin/breaker/reset}: has what failed be tried again without a wait. Thread-safe. */
final class BreakerEndpoint implements Endpoint {

    static final String PATH = "/admin/breaker/reset";

    private static final Set<String> PARAMETERS = Collections.singleton("reason");

    private final Operations operations;

    BreakerEndpoint(Operations operations) {
        this.operations = operations;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("POST")) {
            throw new Refusal(405, "a reset is asked for by POST").with("Allow", "POST");
        }
        Map<String, String> parameters = Form.read(head, reader, PARAMETERS);
        deadline.stop();
        try {
            operations.closeBreaker(head.trigger(), client, ReloadCall.reason(parameters.get("reason")));
        } catch (IllegalArgumentException tooLong) {
            throw new Refusal(400, tooLong.getMessage());
        }
        return Views.status(operations, head.role());
    }
}
