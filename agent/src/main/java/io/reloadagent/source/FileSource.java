package io.reloadagent.source;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** One file, read whole, if it is one and of a sane size. */
public final class FileSource implements Source {

    private final Path file;
    private final Format format;

    /**
     * @param file never null
     * @param format what it is written in; never null
     */
    public FileSource(Path file, Format format) {
        this.file = Objects.requireNonNull(file, "file");
        this.format = Objects.requireNonNull(format, "format");
    }

    @Override
    public List<Content> read() throws SourceException {
        WholeFile whole = FileFailures.refuse(file, () -> WholeFile.read(file, Bound.BYTES));
        return Collections.singletonList(new Content(file.toString(), format, whole.bytes(), whole.written()));
    }

    @Override
    public List<Path> watched() {
        return Collections.singletonList(file);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
