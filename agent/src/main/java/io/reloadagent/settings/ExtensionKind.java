package io.reloadagent.settings;

import io.reloadagent.bind.DurationText;
import io.reloadagent.bind.Nearest;
import io.reloadagent.source.Path;
import io.reloadagent.source.Source;
import io.reloadagent.source.extension.ExtensionSource;
import io.reloadagent.source.extension.Extensions;
import java.time.Duration;
import java.util.function.Predicate;

/** {@code - extension: consul}: a source that a jar of others brings along, with settings that it understands. */
final class ExtensionKind implements SourceKind {

    private static final String SETTINGS = "names and texts, {url: 'http://localhost'} for example";

    private final Extensions extensions;
    private final Predicate<Path> secret;

    /** @param secret tells which of an entry's settings are never shown */
    ExtensionKind(Extensions extensions, Predicate<Path> secret) {
        this.extensions = extensions;
        this.secret = secret;
    }

    @Override
    public String key() {
        return "extension";
    }

    @Override
    public Source source(SourceEntry entry) throws SettingsException {
        String name = entry.text(key(), "the name of a source that an extension has");
        if (!extensions.names().contains(name)) {
            throw new SettingsException(
                    entry.origin(key()) + " no extension has a source '" + name + "'" + advice(name));
        }
        return new ExtensionSource(
                name, extensions.source(name), entry.texts("settings", SETTINGS), secret, timeout(entry));
    }

    private String advice(String name) {
        if (extensions.names().isEmpty()) {
            return "; name its jar: 'extensions: [FILE.jar]'";
        }
        String nearest = Nearest.of(name, extensions.names());
        return nearest == null
                ? "; there are " + String.join(", ", extensions.names())
                : "; did you mean '" + nearest + "'?";
    }

    private static Duration timeout(SourceEntry entry) throws SettingsException {
        String expected = "a duration up to 1m, such as 5s";
        String text = entry.textOr("timeout", "5s", expected);
        Duration timeout = DurationText.parse(text);
        boolean sane = timeout != null
                && !timeout.isNegative()
                && !timeout.isZero()
                && timeout.compareTo(Duration.ofMinutes(1)) <= 0;
        if (!sane) {
            throw new SettingsException(entry.origin("timeout") + " expected " + expected);
        }
        return timeout;
    }
}
