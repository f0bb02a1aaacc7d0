package io.reloadagent.source.extension;

import io.reloadagent.api.source.ConfigurationSource;
import io.reloadagent.source.Bound;
import io.reloadagent.source.Content;
import io.reloadagent.source.Origin;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Quoted;
import io.reloadagent.source.Source;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.kind.EntriesContent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What an extension reads, on a thread of its own and within a time: whatever it does, the reading ends. */
public final class ExtensionSource implements Source {

    private final String name;
    private final ConfigurationSource source;
    private final Map<String, String> settings;
    private final SecretSettings mask;
    private final Duration timeout;
    private final EntriesContent content;

    /** The last reading; null before the first. Guarded by this. */
    private ForeignCall<Map<String, String>> reading;

    /**
     * Creates the source of an entry.
     *
     * @param name what the source calls itself
     * @param settings what the entry says; copied
     * @param secret tells the keys of settings whose values no message may repeat
     * @param timeout how long a reading may take
     */
    public ExtensionSource(
            String name,
            ConfigurationSource source,
            Map<String, String> settings,
            Predicate<io.reloadagent.source.Path> secret,
            Duration timeout) {
        this.name = name;
        this.source = source;
        this.settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        this.mask = new SecretSettings(this.settings, secret);
        this.timeout = timeout;
        this.content = EntriesContent.ofPaths(
                toString(), path -> Origin.of(toString() + " key " + Quoted.oneLine(path, Failures.LONGEST_MESSAGE)));
    }

    @Override
    public synchronized List<Content> read() throws SourceException {
        if (reading != null && !reading.returned()) {
            throw refused("has not returned from an earlier reading");
        }
        try {
            reading = ForeignCall.begin(
                    "reload-agent-extension-" + name,
                    source.getClass().getClassLoader(),
                    mask,
                    () -> checked(source.read(settings)));
            return Collections.singletonList(content.of(reading.await(timeout)));
        } catch (ExtensionException e) {
            throw refused(e.getMessage());
        }
    }

    private static Map<String, String> checked(Map<String, String> values) {
        Map<String, String> copy = new TreeMap<>();
        long size = 0;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            if (entry.getKey() == null || entry.getKey().isEmpty() || entry.getValue() == null) {
                throw new IllegalArgumentException("it returned a path or a value that is null or empty");
            }
            copy.put(entry.getKey(), entry.getValue());
            size += entry.getKey().length() + entry.getValue().length();
            if (size > Bound.BYTES.most()) {
                throw new IllegalArgumentException("it returned more than " + Bound.BYTES);
            }
            if (copy.size() > Bound.VALUES.most()) {
                throw new IllegalArgumentException("it returned more than " + Bound.VALUES);
            }
        }
        return copy;
    }

    private SourceException refused(String message) {
        return new SourceException(
                SourceException.Kind.UNREADABLE, new Problem(null, null, toString() + " " + message));
    }

    @Override
    public List<Path> watched() {
        return Collections.emptyList();
    }

    @Override
    public String toString() {
        return "extension " + name;
    }
}
