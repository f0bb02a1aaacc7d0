package io.reloadagent.source.schema;

import io.reloadagent.source.Content;
import io.reloadagent.source.Document;
import io.reloadagent.source.Format;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.util.List;
import java.util.function.Predicate;

/** Another format, whose documents have to satisfy a schema. Equal to another if format and schema are. Immutable. */
final class SchemaFormat implements Format {

    private final Format format;
    private final Content schema;
    private final Predicate<Path> secret;

    SchemaFormat(Format format, Content schema, Predicate<Path> secret) {
        this.format = format;
        this.schema = schema;
        this.secret = secret;
    }

    @Override
    public String name() {
        return format.name();
    }

    @Override
    public Document parse(Content content) throws SourceException {
        Document document = format.parse(content);
        List<Problem> problems = Schema.of(schema.parse(), secret).check(document.root());
        if (!problems.isEmpty()) {
            throw new SourceException(SourceException.Kind.INVALID, problems);
        }
        return document;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaFormat
                && format.equals(((SchemaFormat) other).format)
                && schema.equals(((SchemaFormat) other).schema);
    }

    @Override
    public int hashCode() {
        return schema.hashCode();
    }
}
