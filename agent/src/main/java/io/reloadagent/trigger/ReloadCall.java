package io.reloadagent.trigger;

import io.reloadagent.reload.Request;
import io.reloadagent.reload.Scope;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.Log;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks for a reload on behalf of someone who waits for its result. Immutable. */
final class ReloadCall {

    /** Characters of a reason. */
    static final int REASON_LIMIT = 200;

    /** A reload may have to wait for the one before it, and takes a while to end after its timeout. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Operations operations;
    private final Duration patience;
    private final Log log;

    ReloadCall(Operations operations, Duration reloadTimeout, Log log) {
        this.operations = operations;
        this.patience = reloadTimeout.plus(MARGIN);
        this.log = log;
    }

    /**
     * Reloads, or joins a reload that is about to begin, and waits for the result. The reload goes on when the wait ends.
     *
     * @param trigger by which it was asked for
     * @param actor who asks, or from where
     * @param reason why; null or empty if nobody said
     * @param scope how much
     * @return the result in types of the JDK
     * @throws IllegalArgumentException if the reason is longer than {@link #REASON_LIMIT}
     * @throws TimeoutException if there is no result in time
     * @throws ExecutionException if the reload could not be carried out
     */
    Map<String, Object> run(Trigger trigger, String actor, String reason, Scope scope)
            throws TimeoutException, ExecutionException, InterruptedException {
        String why = reason(reason);
        log.info("Reload requested by {} from {}{}{}", trigger, actor, scope, why == null ? "" : ", reason: " + why);
        Request request = Request.of(trigger, actor, why).of(scope);
        return operations.reload(request).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * A reason as it is kept.
     *
     * @return null if nobody said why
     * @throws IllegalArgumentException if it is longer than {@link #REASON_LIMIT}
     */
    static String reason(String reason) {
        String why = reason == null || reason.isEmpty() ? null : reason;
        if (why != null && why.length() > REASON_LIMIT) {
            throw new IllegalArgumentException("the reason is longer than " + REASON_LIMIT + " characters");
        }
        return why;
    }
}
