package io.reloadagent.settings;

import io.reloadagent.source.Source;
import io.reloadagent.source.kind.DirectorySource;
import java.util.regex.PatternSyntaxException;

/** {@code - include: conf.d}, or {@code conf.d/*.yaml}: the files of a directory in the order of their names. */
final class IncludeKind implements SourceKind {

    @Override
    public String key() {
        return "include";
    }

    @Override
    public Source source(SourceEntry entry) throws SettingsException {
        String text = entry.text(key(), "the name of a directory, conf.d or conf.d/*.yaml for example");
        int slash = text.lastIndexOf('/');
        String last = text.substring(slash + 1);
        boolean glob = last.matches(".*[*?{\\[].*");
        String directory = glob ? text.substring(0, slash + 1) : text;
        if (directory.matches(".*[*?{\\[].*")) {
            throw new SettingsException(
                    entry.origin(key()) + " '" + text + "': only what follows the last slash can be a pattern");
        }
        try {
            return new DirectorySource(
                    entry.path(directory.isEmpty() ? "." : directory, entry.origin(key())),
                    glob ? last : null,
                    FormatName.in(entry));
        } catch (PatternSyntaxException e) {
            throw new SettingsException(
                    entry.origin(key()) + " '" + last + "' is no pattern of files: " + e.getDescription(), e);
        }
    }
}
