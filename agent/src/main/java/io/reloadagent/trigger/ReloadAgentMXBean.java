package io.reloadagent.trigger;

import java.util.List;
import java.util.Map;

/**
 * The agent as JMX clients see it, under {@code io.reloadagent:type=ReloadAgent} on the platform MBean server. The
 * agent opens no port for JMX. Whoever may call operations there may reload; the read-only role of a remote connector
 * may only read the attributes.
 */
public interface ReloadAgentMXBean {

    /** The version in force. */
    long getVersion();

    /** How the last reload ended, {@code APPLIED} for example; null before the first. */
    String getLastOutcome();

    /** Why the last reload failed; null if it did not. */
    String getLastError();

    /** When the last reload ended, in UTC: {@code 2026-01-01T00:00:00Z}; null before the first. */
    String getLastReloadTime();

    /** Each dynamic field of the classes that are loaded, by name, those included that should be dynamic and cannot. */
    List<FieldReport> getFields();

    /**
     * STARTING, READY, RELOADING, BACKING_OFF after a failure, SOURCE_MISSING, SOURCE_UNREADABLE, LAST_KNOWN_GOOD, if the sources could not
     * be used at start, nor since, or DEGRADED, if a module is not in step with the version in force.
     */
    String getState();

    /** Whether what the sources hold is in force, as far as anybody asked for it, and every module is in step with it. */
    boolean isHealthy();

    /** Why it is not healthy, a sentence each; empty if it is. */
    List<String> getProblems();

    /** The paths at which the sources hold something else than what is in force; may be empty. */
    List<String> getDrift();

    /** What an operator should know besides; may be empty. */
    List<String> getNotes();

    /** The least level of the log, {@code info} for example. */
    String getLogLevel();

    /** How many reloads have ended, in whatever way; dry runs are not counted. */
    long getReloadAttempts();

    /** How many reloads were tried and failed; dry runs are not counted. */
    long getReloadFailures();

    /** How long what failed last has to wait before it is tried again, in seconds; 0 if it need not. */
    double getBackoffSeconds();

    /** When a reload succeeded last, in UTC; null if none did. */
    String getLastSuccessTime();

    /** How many callbacks did not return in time and still have not: each holds a thread. */
    int getAbandonedThreads();

    /** How many events were not delivered, by kind of observer. */
    Map<String, Long> getDroppedEvents();

    /** In how many places dynamic fields are read, by the state of the field. */
    Map<String, Long> getSites();

    /**
     * Changes the least level of the log, until it is changed again or the JVM ends.
     *
     * @param level {@code trace}, {@code debug}, {@code info}, {@code warn} or {@code error}
     * @param reason as for {@link #reload}
     * @throws IllegalArgumentException if there is no such level, or the reason is too long
     */
    void changeLogLevel(String level, String reason);

    /** The versions and the failed reloads that are kept, newest first. */
    List<HistoryLine> getHistory();

    /**
     * What two versions were made from, compared: {@code database.max_conns: 10 -> 20} for each path at which they differ. Secrets are masked.
     *
     * @throws IllegalArgumentException if one of them is not kept
     */
    List<String> difference(long fromVersion, long toVersion);

    /**
     * Reloads the configuration now and waits for the result.
     *
     * @param reason why, for the log; at most 200 characters, may be null or empty
     * @return the result, also if the reload was refused or rolled back
     * @throws IllegalArgumentException if the reason is too long
     * @throws IllegalStateException if there is no result in time, while the reload goes on, or if the reload could not
     *     be carried out
     */
    ReloadReport reload(String reason);

    /**
     * Reloads some sections now; the rest stays as it is in force. Throws what {@link #reload} does.
     *
     * @param sections paths with commas between, {@code database,cache}
     * @param reason as for {@link #reload}
     */
    ReloadReport reloadSections(String sections, String reason);

    /**
     * Checks what a reload would do, up to the modules' validation; nothing changes. Throws what {@link #reload} does.
     *
     * @param sections paths with commas between; null or empty for everything
     * @param reason as for {@link #reload}
     */
    ReloadReport dryRun(String sections, String reason);

    /**
     * Goes back to what was in force with an earlier version, by a reload of its own, which makes a new version. The sources stay as
     * they are, and are reloaded when they change again. Throws what {@link #reload} does.
     *
     * @param version its number, from 1 on
     * @param reason as for {@link #reload}
     */
    ReloadReport rollBack(long version, String reason);

    /**
     * Has what failed be tried again without a wait.
     *
     * @param reason as for {@link #reload}
     */
    void closeBreaker(String reason);

    /**
     * Takes the agent out of the JVM, after a reload that is under way: all fields have the application's own values again,
     * all classes their own code, and this MBean is gone. The agent can be attached again.
     *
     * @throws IllegalStateException if it takes too long and goes on, or if something could not be undone, as the agent's
     *     log tells
     */
    void stop();
}
