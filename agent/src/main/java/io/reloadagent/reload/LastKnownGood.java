package io.reloadagent.reload;

import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.Withheld;
import io.reloadagent.store.Entry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The version of an earlier JVM that is put in force again when the sources cannot be used at start. Immutable. */
public final class LastKnownGood {

    /** The key of an entry that was such a start: the version and time that its values come from. */
    static final String KEY = "lastKnownGood";

    private static final String VERSION = "version";
    private static final String TIME = "time";

    private final long version;
    private final String time;
    private final Document document;
    private final Document initial;
    private final List<String> secretPaths;

    private LastKnownGood(long version, String time, Document document, Document initial, List<String> secretPaths) {
        this.version = version;
        this.time = time;
        this.document = document;
        this.initial = initial;
        this.secretPaths = secretPaths;
    }

    /** Of a version that was such a start itself, the one that it came from is named. */
    static LastKnownGood of(long version, Entry entry) {
        Object from = entry.told().get(KEY);
        Map<?, ?> origin = from instanceof Map ? (Map<?, ?>) from : Collections.emptyMap();
        Object number = origin.get(VERSION);
        Object time = number instanceof Long ? origin.get(TIME) : entry.told().get(TIME);
        Document initial = entry.initial() == null ? entry.document() : entry.initial();
        return new LastKnownGood(
                number instanceof Long ? (Long) number : version,
                String.valueOf(time),
                entry.document(),
                initial,
                entry.secretPaths());
    }

    /** Its number. */
    public long version() {
        return version;
    }

    /** When it was put in force first, in UTC. */
    public String time() {
        return time;
    }

    /** What it was made from, withheld leaves in place of secrets. */
    public Document document() {
        return document;
    }

    /** What the sources held when the agent of its JVM started. */
    public Document initial() {
        return initial;
    }

    /** The paths whose values are not known, as they are secret; in their order. */
    public List<Path> withheld() {
        return Withheld.pathsOf(document);
    }

    List<String> secretPaths() {
        return secretPaths;
    }

    /** Its number and time, for JSON. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(VERSION, version);
        map.put(TIME, time);
        return map;
    }
}
