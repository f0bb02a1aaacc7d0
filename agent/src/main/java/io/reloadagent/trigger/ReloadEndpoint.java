package io.reloadagent.trigger;

import io.reloadagent.reload.Outcome;
import io.reloadagent.report.Log;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * {@code POST /admin/reload}. Answers 200 with the result if the source's content is in force, 409 with the result if it
 * is not, and 503 if there is no result yet: the reload then goes on, and the log will tell how it ended. Thread-safe.
 */
final class ReloadEndpoint implements Endpoint {

    /** The one spelling. */
    static final String PATH = "/admin/reload";

    private static final Set<String> PARAMETERS = Collections.singleton("reason");

    private final ReloadCall reload;
    private final Log log;

    ReloadEndpoint(ReloadCall reload, Log log) {
        this.reload = reload;
        this.log = log;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("POST")) {
            throw new Refusal(405, "a reload is asked for by POST").with("Allow", "POST");
        }
        Map<String, String> parameters = Form.read(head, reader, PARAMETERS);
        deadline.stop();
        Map<String, Object> result = result(client, parameters.get("reason"));
        boolean success = Outcome.valueOf((String) result.get("outcome")).isSuccess();
        return Answer.of(success ? 200 : 409, result);
    }

    private Map<String, Object> result(String client, String reason) throws Refusal {
        try {
            return reload.run(client, reason);
        } catch (IllegalArgumentException tooLong) {
            throw new Refusal(400, tooLong.getMessage());
        } catch (TimeoutException stillRunning) {
            throw new Refusal(503, "the reload is still running; the agent's log will tell how it ended");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, "the agent stops listening; its log will tell how the reload ended");
        } catch (ExecutionException failure) {
            log.error("A reload requested by HTTP could not be carried out", failure.getCause());
            throw new Refusal(500, "the reload could not be carried out; the agent's log tells why");
        }
    }
}
