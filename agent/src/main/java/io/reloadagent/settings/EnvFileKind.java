package io.reloadagent.settings;

import io.reloadagent.source.FileSource;
import io.reloadagent.source.Format;
import io.reloadagent.source.Source;
import io.reloadagent.source.format.Formats;
import io.reloadagent.source.kind.VariablesFormat;

/** {@code - env-file: /etc/default/app}: a file of {@code KEY=value} lines, whose keys are read as those of the environment. */
final class EnvFileKind implements SourceKind {

    @Override
    public String key() {
        return "env-file";
    }

    @Override
    public Source source(SourceEntry entry) throws SettingsException {
        Format format = Formats.named("env");
        if (format == null) {
            throw new SettingsException(entry.origin(key()) + " this agent has no format 'env'");
        }
        return new FileSource(
                entry.path(key()),
                new VariablesFormat(format, entry.textOr("prefix", "", "what the keys begin with, APP_ for example")));
    }
}
