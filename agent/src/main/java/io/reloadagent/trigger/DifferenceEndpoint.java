package io.reloadagent.trigger;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** {@code GET /admin/history/diff?from=3&to=7}: what differs between two versions. Thread-safe. */
final class DifferenceEndpoint implements Endpoint {

    static final String PATH = "/admin/history/diff";

    private static final Set<String> PARAMETERS =
            Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList("from", "to")));

    private final Operations operations;

    DifferenceEndpoint(Operations operations) {
        this.operations = operations;
    }

    @Override
    public Role role() {
        return Role.READ;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("GET")) {
            throw new Refusal(405, "what differs is asked for by GET").with("Allow", "GET");
        }
        Map<String, String> parameters = Form.read(head, reader, PARAMETERS);
        deadline.stop();
        long from =
                VersionNumber.parse(parameters.get("from"), "say which versions to compare, from=3&to=7 for example");
        long to = VersionNumber.parse(parameters.get("to"), "say which versions to compare, from=3&to=7 for example");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("from", from);
        answer.put("to", to);
        try {
            answer.put("changes", operations.difference(from, to));
        } catch (IllegalArgumentException notKept) {
            throw new Refusal(400, notKept.getMessage());
        }
        return Answer.of(200, answer);
    }
}
