package io.reloadagent.source.schema;

import io.reloadagent.source.Content;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Source;
import io.reloadagent.source.SourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A source whose documents have to satisfy a JSON Schema, which is read, and watched, with it. */
public final class SchemaSource implements Source {

    private final Source source;
    private final Source schema;
    private final Predicate<io.reloadagent.source.Path> secret;

    /**
     * @param source what is checked; never null
     * @param schema has the schema as its only content; never null
     * @param secret tells beneath which paths problems show no key; asked when there are any
     */
    public SchemaSource(Source source, Source schema, Predicate<io.reloadagent.source.Path> secret) {
        this.source = Objects.requireNonNull(source, "source");
        this.schema = Objects.requireNonNull(schema, "schema");
        this.secret = Objects.requireNonNull(secret, "secret");
    }

    @Override
    public List<Content> read() throws SourceException {
        List<Content> contents = source.read();
        Content itsSchema = readSchema();
        return contents.stream()
                .map(content -> content.as(format -> new SchemaFormat(format, itsSchema, secret)))
                .collect(Collectors.toList());
    }

    private Content readSchema() throws SourceException {
        try {
            return schema.read().get(0);
        } catch (SourceException e) {
            List<Problem> problems = new ArrayList<>();
            for (Problem problem : e.problems()) {
                problems.add(new Problem(
                        problem.origin(), problem.path(), "the schema of " + source + ": " + problem.message()));
            }
            throw new SourceException(e.kind(), problems);
        }
    }

    @Override
    public List<Path> watched() {
        List<Path> watched = new ArrayList<>(source.watched());
        watched.addAll(schema.watched());
        return watched;
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
