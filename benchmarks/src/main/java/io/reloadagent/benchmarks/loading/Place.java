package io.reloadagent.benchmarks.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The place of a table in a document, between two comments that name the script which makes it. */
public final class Place {

    private final Path document;
    private final String begin;
    private final String end;

    /** The place that is marked with the name of a script. */
    public Place(Path document, String script) {
        this.document = document;
        this.begin = "<!-- made by " + script + " -->";
        this.end = "<!-- end of " + script + " -->";
    }

    /** Replaces what stood there. */
    public void fill(String table) throws IOException {
        String text = Files.readString(document);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(document + " has no place for the table");
        }
        Files.writeString(document, text.substring(0, from + begin.length()) + "\n" + table + "\n" + text.substring(to));
    }
}
