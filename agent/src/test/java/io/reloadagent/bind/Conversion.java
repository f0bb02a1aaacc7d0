package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reloadagent.source.Content;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.format.Formats;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Conversions for tests, of documents as if they stood in app.yaml. Secret are the paths that end in password or tokens. */
final class Conversion {

    private static final Converter CONVERTER = new Converter(
            new SecretPaths(List.of("**.password", "**.tokens")),
            new ScalarTypes(Conversion.class.getClassLoader(), new Converters()));

    private Conversion() {}

    /** What becomes of this text as the value of a key. */
    static Object convert(String yaml, Type type) throws SourceException {
        String document = yaml.contains("\n") ? "key:\n" + yaml.indent(2) : "key: " + yaml;
        return CONVERTER.convert(node(document, "key"), type, Path.of("key"));
    }

    static SourceException refusal(String document, Type type) {
        return refusal(document, "key", type);
    }

    static SourceException refusal(String document, String path, Type type) {
        return catchThrowableOfType(
                SourceException.class, () -> CONVERTER.convert(node(document, path), type, Path.of(path)));
    }

    static List<String> lines(SourceException refusal) {
        return refusal.problems().stream().map(Problem::toString).collect(Collectors.toList());
    }

    static Type listOf(Type item) {
        return new Generic(List.class, item);
    }

    static Node node(String document, String path) throws SourceException {
        Content content = new Content("app.yaml", Formats.YAML, document.getBytes(StandardCharsets.UTF_8), null);
        return Path.of(path).find(new Snapshot(List.of(content)).parse().root());
    }
}
