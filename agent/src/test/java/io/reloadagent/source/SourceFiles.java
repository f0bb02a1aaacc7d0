package io.reloadagent.source;

import io.reloadagent.source.format.Formats;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files as sources, each in the format that its extension tells. */
public final class SourceFiles {

    private SourceFiles() {}

    public static Sources of(Duration settle, Path... files) {
        return new Sources(
                Stream.of(files)
                        .map(file -> new FileSource(file, Formats.of(file)))
                        .collect(Collectors.toList()),
                settle);
    }
}
