package io.reloadagent.source.kind;

import io.reloadagent.source.Content;
import io.reloadagent.source.Source;
import io.reloadagent.source.SourceException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** A source that may be missing: as if it were empty then. Whatever else is wrong with it is wrong. */
public final class OptionalSource implements Source {

    private final Source source;

    /** @param source never null */
    public OptionalSource(Source source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    @Override
    public List<Content> read() throws SourceException {
        try {
            return source.read();
        } catch (SourceException e) {
            if (e.kind() == SourceException.Kind.MISSING) {
                return Collections.emptyList();
            }
            throw e;
        }
    }

    @Override
    public List<Path> watched() {
        return source.watched();
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
