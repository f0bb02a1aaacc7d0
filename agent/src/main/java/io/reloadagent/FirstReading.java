package io.reloadagent;

import io.reloadagent.report.Log;
import io.reloadagent.source.Document;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Sources;

/** What the sources hold when the agent starts: the basis of version 1. Immutable. */
final class FirstReading {

    private final Document document;
    private final Snapshot content;
    private final String complaint;

    private FirstReading(Document document, Snapshot content, String complaint) {
        this.document = document;
        this.content = content;
        this.complaint = complaint;
    }

    /** Reads the sources; if that fails, the application starts with its own values, and the log says so. */
    static FirstReading of(Sources sources, Log log) {
        Snapshot content = null;
        try {
            content = sources.read();
            Document document = content.parse();
            log.info("installed; dynamic fields follow {}", document.name());
            return new FirstReading(document, content, null);
        } catch (SourceException e) {
            log.warn(
                    "{}; the application starts with its own values, the source is used as soon as it can be",
                    e.getMessage().replace("\n", "; "));
            return new FirstReading(Document.empty(sources.toString()), content, e.getMessage());
        }
    }

    Document document() {
        return document;
    }

    /** Null if the sources could not be read. */
    Snapshot content() {
        return content;
    }

    /** What the log says of the sources already; null if they are well. */
    String complaint() {
        return complaint;
    }
}
