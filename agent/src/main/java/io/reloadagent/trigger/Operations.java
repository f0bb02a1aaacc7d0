package io.reloadagent.trigger;

import io.reloadagent.reload.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What triggers ask the agent for, in types of the JDK. Thread-safe. */
public interface Operations {

    /** Asks for a reload; the future ends with its result, as the view of results has it. */
    CompletableFuture<Map<String, Object>> reload(Request request);

    /** How things are now. */
    AgentState state();

    /** The versions and the failed reloads that are kept, newest first. */
    List<Map<String, Object>> history();

    /**
     * Has what failed be tried again without a wait.
     *
     * @param actor who asks, or from where
     * @param reason why; null if nobody said
     */
    void closeBreaker(String actor, String reason);

    /** Takes the agent out of the JVM, and returns when it is gone. */
    void stop();
}
