package io.reloadagent.trigger;

import io.reloadagent.report.Level;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** {@code POST /admin/log-level}: {@code level=debug}. Thread-safe. */
final class LogLevelEndpoint implements Endpoint {

    static final String PATH = "/admin/log-level";

    private static final Set<String> PARAMETERS =
            Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList("level", "reason")));

    private final Operations operations;

    LogLevelEndpoint(Operations operations) {
        this.operations = operations;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("POST")) {
            throw new Refusal(405, "the level of the log is changed by POST").with("Allow", "POST");
        }
        Map<String, String> parameters = Form.read(head, reader, PARAMETERS);
        deadline.stop();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("before", text(operations.logLevel()));
        try {
            Level level = LogLevels.parse(parameters.get("level"));
            operations.changeLogLevel(head.trigger(), client, level, ReloadCall.reason(parameters.get("reason")));
            answer.put("level", text(level));
            return Answer.of(200, answer);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(400, wrong.getMessage());
        }
    }

    private static String text(Level level) {
        return LogLevels.text(level);
    }
}
