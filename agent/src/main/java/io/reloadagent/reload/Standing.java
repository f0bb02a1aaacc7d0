package io.reloadagent.reload;

import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.Snapshot;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the reloads so far have shown. Written by the coordinator's thread alone, read by any. */
final class Standing {

    /** What was tried last; null before the first. */
    private volatile Snapshot content;

    /** What the sources held when they could be parsed last. */
    private volatile Document latest;

    private volatile boolean started;
    private volatile boolean running;
    private volatile boolean degraded;

    /** Whether a callback that was given up ended after all, and no reload has succeeded since. Written by its thread, too. */
    private volatile boolean late;

    private volatile Result lastResult;

    /** What changed and was not taken over by any field, ever since the start. Written by the coordinator's thread. */
    private final Set<Path> needingRestart = ConcurrentHashMap.newKeySet();

    /**
     * Before the first reload.
     *
     * @param content what version 1 was made from; null if it could not be read
     * @param document the same, parsed
     */
    Standing(Snapshot content, Document document) {
        this.content = content;
        this.latest = document;
    }

    void started() {
        started = true;
    }

    boolean isStarted() {
        return started;
    }

    void begins() {
        running = true;
    }

    void ended() {
        running = false;
    }

    /** What is not to be tried again unless somebody asks for it. */
    void tried(Snapshot snapshot) {
        content = snapshot;
    }

    /** Takes in how a reload ended. {@code document} is what the sources hold; null if that was not found out. */
    void concluded(Result result, Document document) {
        boolean tried = !result.request().scope().isDryRun() && result.outcome() != Outcome.INVALID;
        Outcome outcome = result.outcome();
        lastResult = tried ? result : lastResult;
        if (tried && outcome.isSuccess()) {
            needingRestart.addAll(result.restartRequired());
        }
        degraded = outcome.isDegrading() || (degraded && outcome != Outcome.APPLIED);
        late &= outcome != Outcome.APPLIED;
        latest = document == null ? latest : document;
    }

    Snapshot content() {
        return content;
    }

    /** The paths that some reload said need a restart; they may have gone back to what they were. Thread-safe; read only. */
    Set<Path> needingRestart() {
        return Collections.unmodifiableSet(needingRestart);
    }

    Document latest() {
        return latest;
    }

    boolean isRunning() {
        return running;
    }

    /** Whether a module is not in step with the version in force, and no reload has succeeded since. */
    boolean isDegraded() {
        return degraded || late;
    }

    /** What a callback did is not undone, though its reload was. */
    void outOfStep() {
        late = true;
    }

    /** Null before the first. */
    Result lastResult() {
        return lastResult;
    }
}
