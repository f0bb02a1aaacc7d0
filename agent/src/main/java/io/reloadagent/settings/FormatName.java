package io.reloadagent.settings;

import io.reloadagent.bind.Nearest;
import io.reloadagent.source.Format;
import io.reloadagent.source.format.Formats;

/** The key {@code format} of an entry. */
final class FormatName {

    private static final String KEY = "format";

    private FormatName() {}

    /** The format that an entry names; null if it names none. */
    static Format in(SourceEntry entry) throws SettingsException {
        String name = entry.textOr(KEY, null, "the name of a format");
        Format format = name == null ? null : Formats.named(name);
        if (name != null && format == null) {
            String nearest = Nearest.of(name, Formats.names());
            throw new SettingsException(entry.origin(KEY) + " unknown format '" + name + "'; "
                    + (nearest == null
                            ? "known are " + String.join(", ", Formats.names())
                            : "did you mean '" + nearest + "'?"));
        }
        return format;
    }
}
