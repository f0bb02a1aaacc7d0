package io.reloadagent.benchmarks;

import io.reloadagent.source.Content;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.format.Formats;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** Makes sources of any size, in any format. */
final class GeneratedSource {

    private static final int FIELDS = 100;

    private GeneratedSource() {}

    /** So many keys, a multiple of a hundred, in sections of a hundred; the first of them has the given value. */
    static Snapshot of(String format, int keys, int first) {
        StringBuilder text = new StringBuilder(format.equals("json") ? "{" : "");
        for (int i = 0; i < keys / FIELDS; i++) {
            text.append(heading(format, "section" + i, i == 0));
            for (int j = 0; j < FIELDS; j++) {
                int value = i == 0 && j == 0 ? first : j;
                text.append(entry(format, "section" + i, "max-conns" + j, value, j == 0))
                        .append('\n');
            }
            text.append(format.equals("json") ? "}" : "");
        }
        byte[] bytes = text.append(format.equals("json") ? "}" : "").toString().getBytes(StandardCharsets.UTF_8);
        return new Snapshot(
                Collections.singletonList(new Content("app." + format, Formats.named(format), bytes, null)));
    }

    private static String heading(String format, String section, boolean first) {
        switch (format) {
            case "yaml":
                return section + ":\n";
            case "json":
                return (first ? "" : ",\n") + '"' + section + "\": {";
            case "toml":
                return '[' + section + "]\n";
            default:
                return "";
        }
    }

    private static String entry(String format, String section, String key, int value, boolean first) {
        switch (format) {
            case "yaml":
                return "  " + key + ": " + value;
            case "json":
                return (first ? "" : ",") + '"' + key + "\": " + value;
            case "toml":
                return key + " = " + value;
            default:
                return section + '.' + key + '=' + value;
        }
    }
}
