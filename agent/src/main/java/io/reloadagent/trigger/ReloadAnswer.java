package io.reloadagent.trigger;

import io.reloadagent.reload.Outcome;
import io.reloadagent.reload.Scope;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.Log;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Reloads on behalf of a client that speaks HTTP: 200 with the result if what was asked for is in force (or would be, after a dry run), 409 with
 * the result if it is not, 429 if the same failed a moment ago, 400 if there is no such section or version, and 503 if there is no
 * result yet: the reload then goes on, and the log will tell how it ended. Thread-safe.
 */
final class ReloadAnswer {

    private final ReloadCall reload;
    private final Log log;

    ReloadAnswer(ReloadCall reload, Log log) {
        this.reload = reload;
        this.log = log;
    }

    Answer of(Trigger trigger, String client, String reason, Scope scope) throws Refusal {
        Map<String, Object> result = result(trigger, client, reason, scope);
        Outcome outcome = Outcome.valueOf((String) result.get("outcome"));
        if (outcome == Outcome.BACKING_OFF) {
            return problem(429, result).with("Retry-After", String.valueOf(result.get("retryAfterSeconds")));
        }
        if (outcome == Outcome.INVALID) {
            throw new Refusal(400, (String) result.get("message"));
        }
        boolean inForce = outcome.isSuccess() || outcome == Outcome.INCOMPLETE;
        return inForce ? Answer.of(200, result) : problem(409, result);
    }

    private static Answer problem(int status, Map<String, Object> result) {
        return Answer.problem(status, (String) result.get("message"), result);
    }

    private Map<String, Object> result(Trigger trigger, String client, String reason, Scope scope) throws Refusal {
        try {
            return reload.run(trigger, client, reason, scope);
        } catch (IllegalArgumentException tooLong) {
            throw new Refusal(400, tooLong.getMessage());
        } catch (TimeoutException stillRunning) {
            throw new Refusal(503, "the reload is still running; the agent's log will tell how it ended");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, "the agent stops listening; its log will tell how the reload ended");
        } catch (ExecutionException failure) {
            log.error("A reload requested by {} could not be carried out", trigger, failure.getCause());
            throw new Refusal(500, "the reload could not be carried out; the agent's log tells why");
        }
    }
}
