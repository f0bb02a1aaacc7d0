package io.reloadagent.store;

import io.reloadagent.report.Log;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with single files: told in the log once a file, and kept for the status. Thread-safe. */
final class Complaints {

    private static final int MOST = 20;

    private final Path directory;
    private final Log log;

    /** By name of the file. Guarded by this. */
    private final Map<String, String> problems = new LinkedHashMap<>();

    Complaints(Path directory, Log log) {
        this.directory = directory;
        this.log = log;
    }

    void add(EntryName name, String problem) {
        if (isNew(name.toString(), problem)) {
            log.warn("{} {}", directory.resolve(name.toString()), problem);
        }
    }

    private synchronized boolean isNew(String name, String problem) {
        return problems.size() < MOST && problems.put(name, problem) == null;
    }

    /** What is wrong, by name of the file; a copy. */
    synchronized Map<String, String> all() {
        return new LinkedHashMap<>(problems);
    }
}
