package io.reloadagent;

import io.reloadagent.reload.Archive;
import io.reloadagent.reload.LastKnownGood;
import io.reloadagent.reload.Reading;
import io.reloadagent.report.Log;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Sources;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What the sources hold when the agent starts, or what they held before if they cannot be used: the basis of the first version. Immutable. */
final class FirstReading {

    private static final int MOST_PATHS = 20;

    private final Document document;
    private final Snapshot content;
    private final String complaint;
    private final LastKnownGood lastKnownGood;

    private FirstReading(Document document, Snapshot content, String complaint, LastKnownGood lastKnownGood) {
        this.document = document;
        this.content = content;
        this.complaint = complaint;
        this.lastKnownGood = lastKnownGood;
    }

    /**
     * Reads the sources; if that fails, the application starts with the newest version that an earlier JVM has left, else with its own
     * values, and the log says so.
     *
     * @param timeout how long the application may be kept waiting for each of reading and parsing
     */
    static FirstReading of(Sources sources, Reading reading, Duration timeout, Archive archive, Log log) {
        Snapshot content = null;
        try {
            content = within(reading, timeout, sources, sources::read);
            Document document = within(reading, timeout, sources, content::parse);
            log.info("installed; dynamic fields follow {}", document.name());
            return new FirstReading(document, content, null, null);
        } catch (SourceException e) {
            String problem = e.getMessage().replace("\n", "; ");
            LastKnownGood good = archive.lastKnownGood();
            if (good != null) {
                log.warn(
                        "{}; the values are those of version {}, in force since {}, as the last known good; the source is used as"
                                + " soon as it can be{}",
                        problem,
                        good.version(),
                        good.time(),
                        withheld(good.withheld()));
                return new FirstReading(good.document(), content, e.getMessage(), good);
            }
            log.warn(
                    "{}; the application starts with its own values, the source is used as soon as it can be", problem);
            return new FirstReading(Document.empty(sources.toString()), content, e.getMessage(), null);
        }
    }

    private static <T> T within(Reading reading, Duration timeout, Sources sources, Reading.Step<T> step)
            throws SourceException {
        try {
            return reading.within(timeout, "source " + sources, step);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(
                    SourceException.Kind.UNSETTLED,
                    new Problem(null, null, "source " + sources + ": interrupted while it was read"));
        }
    }

    private static String withheld(List<Path> paths) {
        if (paths.isEmpty()) {
            return "";
        }
        String names = paths.stream().limit(MOST_PATHS).map(Path::toString).collect(Collectors.joining(", "));
        int more = paths.size() - MOST_PATHS;
        return "; secret, so not kept, and until then the application's own: " + names
                + (more > 0 ? " and " + more + " more" : "");
    }

    Document document() {
        return document;
    }

    /** What the sources held when the agent of the JVM started that the document is from. */
    Document initial() {
        return lastKnownGood == null ? document : lastKnownGood.initial();
    }

    /** Null if the sources could not be read. */
    Snapshot content() {
        return content;
    }

    /** What the log says of the sources already; null if they are well. */
    String complaint() {
        return complaint;
    }

    /** The version of an earlier JVM that the document is from; null if it is from the sources. */
    LastKnownGood lastKnownGood() {
        return lastKnownGood;
    }
}
