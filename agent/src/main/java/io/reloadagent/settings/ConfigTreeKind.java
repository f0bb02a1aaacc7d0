package io.reloadagent.settings;

import io.reloadagent.source.Source;
import io.reloadagent.source.kind.ConfigTreeSource;

/** {@code - config-tree: /etc/config}: a directory with a file for each value. */
final class ConfigTreeKind implements SourceKind {

    @Override
    public String key() {
        return "config-tree";
    }

    @Override
    public Source source(SourceEntry entry) throws SettingsException {
        return new ConfigTreeSource(entry.path(key()));
    }
}
