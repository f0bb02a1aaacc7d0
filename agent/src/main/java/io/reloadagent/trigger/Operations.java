package io.reloadagent.trigger;

import io.reloadagent.reload.Request;
import io.reloadagent.reload.Trigger;
import io.reloadagent.report.Event;
import io.reloadagent.report.Level;
import io.reloadagent.report.Registration;
import io.reloadagent.report.metrics.Readings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** What triggers ask the agent for. Thread-safe. */
public interface Operations {

    /** Asks for a reload; the future ends with its result, as the view of results has it. */
    CompletableFuture<Map<String, Object>> reload(Request request);

    /** How things are now. */
    AgentState state();

    /** What the sources' values are, which fields follow them, and what of it is not in force; secrets masked, in types of the JDK. */
    Map<String, Object> config();

    /** The versions and the failed reloads that are kept, newest first. */
    List<Map<String, Object>> history();

    /**
     * Each path at which two versions were made from different things, with both: {@code path}, {@code from} and {@code to}.
     *
     * @throws IllegalArgumentException if one of them is not kept
     */
    List<Map<String, Object>> difference(long from, long to);

    /**
     * Has what failed be tried again without a wait.
     *
     * @param actor who asks, or from where
     * @param reason why; null if nobody said
     */
    void closeBreaker(Trigger trigger, String actor, String reason);

    /** The least level of the log. */
    Level logLevel();

    /**
     * Changes the least level of the log, until the JVM ends or somebody changes it again.
     *
     * @param actor who asks, or from where
     * @param reason why; null if nobody said
     */
    void changeLogLevel(Trigger trigger, String actor, Level level, String reason);

    /**
     * Takes the agent out of the JVM, and returns when it is gone.
     *
     * @param actor who asks, or from where
     */
    void stop(Trigger trigger, String actor);

    /** What is measured. */
    Readings readings();

    /** What the names of metrics begin with; may be empty. */
    String metricsPrefix();

    /**
     * Has an observer told of all events from now on.
     *
     * @param kind of observer, for the log, thread names and metrics
     */
    Registration observe(String kind, Consumer<Event> observer);

    /** Counts the events that observers of a kind did not get. */
    LongAdder drops(String kind);

    /**
     * Has it kept that a request did not show who may ask.
     *
     * @param from address of the client
     * @param role that its token is of; null if it showed none
     * @param status of the answer
     * @param why nothing of the request in it
     * @param silentSeconds for how long further ones from there are not kept; 0 if they are
     */
    void refusedAccess(String from, String role, int status, String why, long silentSeconds);
}
