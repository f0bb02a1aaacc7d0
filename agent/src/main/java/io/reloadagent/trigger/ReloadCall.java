package io.reloadagent.trigger;

import io.reloadagent.reload.Request;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.Log;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Asks for a reload on behalf of someone who waits for its result. Immutable. */
final class ReloadCall {

    /** Characters of a reason. */
    static final int REASON_LIMIT = 200;

    /** A reload may have to wait for the one before it, and takes a while to end after its timeout. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Trigger trigger;
    private final Function<Request, CompletableFuture<Map<String, Object>>> reload;
    private final Duration patience;
    private final Log log;

    ReloadCall(
            Trigger trigger,
            Function<Request, CompletableFuture<Map<String, Object>>> reload,
            Duration reloadTimeout,
            Log log) {
        this.trigger = trigger;
        this.reload = reload;
        this.patience = reloadTimeout.plus(MARGIN);
        this.log = log;
    }

    /**
     * Reloads, or joins a reload that is about to begin, and waits for the result. The reload goes on when the wait ends.
     *
     * @param actor who asks, or from where
     * @param reason why; null or empty if nobody said
     * @return the result in types of the JDK
     * @throws IllegalArgumentException if the reason is longer than {@link #REASON_LIMIT}
     * @throws TimeoutException if there is no result in time
     * @throws ExecutionException if the reload could not be carried out
     */
    Map<String, Object> run(String actor, String reason)
            throws TimeoutException, ExecutionException, InterruptedException {
        String why = reason == null || reason.isEmpty() ? null : reason;
        if (why != null && why.length() > REASON_LIMIT) {
            throw new IllegalArgumentException("the reason is longer than " + REASON_LIMIT + " characters");
        }
        log.info("Reload requested by {} from {}{}", trigger, actor, why == null ? "" : ", reason: " + why);
        return reload.apply(Request.of(trigger, actor, why)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
