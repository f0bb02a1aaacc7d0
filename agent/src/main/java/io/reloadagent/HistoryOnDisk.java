package io.reloadagent;

import io.reloadagent.report.Log;
import io.reloadagent.settings.SettingCatalog;
import io.reloadagent.settings.Settings;
import io.reloadagent.store.HistoryStore;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** The directory that {@code history.dir} names, if it can be used: whatever is wrong with it, the application starts. Thread-safe. */
final class HistoryOnDisk {

    /** For a file system that does not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long the JVM's exit may wait for what is still to be written. */
    private static final Duration LAST_WRITES = Duration.ofMillis(500);

    private final String directory;
    private final AgentThread thread;
    private final Log log;
    private final AtomicReference<HistoryStore> opened = new AtomicReference<>();

    /** Written once, by the thread that starts the agent, before others see this. */
    private HistoryStore store;

    /** Null if nothing is. Written as the store is. */
    private String problem;

    private HistoryOnDisk(String directory, AgentThread thread, Log log) {
        this.directory = directory;
        this.thread = thread;
        this.log = log;
    }

    /** Opens it, if the settings name one. */
    static HistoryOnDisk open(Settings settings, AgentThread thread, Log log) {
        HistoryOnDisk disk = new HistoryOnDisk(settings.get(SettingCatalog.HISTORY_DIR), thread, log);
        if (!disk.directory.isEmpty()) {
            disk.open();
        }
        return disk;
    }

    private void open() {
        try {
            CompletableFuture<HistoryStore> opening = new CompletableFuture<>();
            thread.execute(() -> open(opening));
            store = opening.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            off(
                    e.getCause().getMessage() == null
                            ? e.getCause().toString()
                            : e.getCause().getMessage());
        } catch (TimeoutException e) {
            off(directory + " does not answer within " + PATIENCE.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            off("interrupted");
        } catch (RuntimeException | OutOfMemoryError e) {
            off(e.toString());
        }
    }

    private void open(CompletableFuture<HistoryStore> opening) {
        try {
            HistoryStore fresh =
                    HistoryStore.open(Paths.get(directory).toAbsolutePath().normalize(), thread, log);
            opened.set(fresh);
            opening.complete(fresh);
        } catch (Throwable failure) {
            opening.completeExceptionally(failure);
        }
    }

    private void off(String why) {
        problem = why;
        log.warn("the history is kept in memory only: {}", why);
    }

    /** Null if the history is kept in memory. */
    HistoryStore store() {
        return store;
    }

    /**
     * What an operator should know.
     *
     * @param stored what there is to know of what is on disk
     */
    Map<String, Object> status(Map<String, Object> stored) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("onDisk", store != null);
        if (problem != null) {
            status.put("directory", directory);
            status.put("problem", problem);
        }
        status.putAll(stored);
        return status;
    }

    /** Waits a moment for what is still to be written; for the JVM's exit. */
    void flush() throws InterruptedException {
        if (store != null) {
            store.end(LAST_WRITES);
        }
    }

    /** Writes what is still to be written, and lets other JVMs have the directory. */
    void close() throws Exception {
        flush();
        HistoryStore late = opened.get();
        if (late != null) {
            late.close();
        }
        thread.shutdown();
    }
}
