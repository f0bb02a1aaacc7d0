package io.reloadagent.settings;

import io.reloadagent.source.FileSource;
import io.reloadagent.source.Format;
import io.reloadagent.source.Source;
import io.reloadagent.source.format.Formats;
import io.reloadagent.source.kind.VariablesFormat;
import java.nio.file.Path;

/** {@code - file: app.yaml}: one file, in the format that its extension tells or {@code format} names. */
final class FileKind implements SourceKind {

    @Override
    public String key() {
        return "file";
    }

    @Override
    public Source source(SourceEntry entry) throws SettingsException {
        Path file = entry.path(key());
        Format format = FormatName.in(entry);
        return new FileSource(file, VariablesFormat.forFile(format == null ? Formats.of(file) : format));
    }
}
