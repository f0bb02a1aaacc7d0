package io.reloadagent.report.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;

/** What can be measured of the agent, each at the time of the call. Thread-safe. */
public interface Readings {

    /** The reloads so far. */
    ReloadCounts reloads();

    /** The number of the version in force. */
    long version();

    /** How long what failed last has to wait before it is tried again; zero if it need not. */
    Duration backingOff();

    /** At how many paths the sources hold something else than what is in force. */
    int drift();

    /** How many callbacks did not return in time and still have not: each of them holds a thread. */
    int abandonedThreads();

    /** How many events were not delivered, by kind of observer. */
    SortedMap<String, Long> droppedEvents();

    /** In how many places dynamic fields are read, by the state of the field. Takes some time. */
    SortedMap<String, Long> sites();

    /** When a reload succeeded last; null if none did. */
    default Instant lastSuccess() {
        return reloads().lastSuccess();
    }
}
