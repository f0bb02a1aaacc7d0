package io.reloadagent.settings;

import io.reloadagent.source.Source;
import io.reloadagent.source.kind.SystemPropertiesSource;

/** {@code - system-properties: {prefix: app.}}: the system properties, as they are now. */
final class SystemPropertiesKind implements SourceKind {

    private static final String EXPECTED = "a prefix of system properties, {prefix: app.} for example";

    @Override
    public String key() {
        return "system-properties";
    }

    @Override
    public Source source(SourceEntry entry) throws SettingsException {
        SourceEntry properties = entry.entry(key(), EXPECTED);
        String prefix = properties.text("prefix", EXPECTED);
        properties.refuseOthers();
        return new SystemPropertiesSource(prefix);
    }
}
