package io.reloadagent.source.format;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reloadagent.source.Content;
import io.reloadagent.source.Document;
import io.reloadagent.source.SourceException;
import java.nio.charset.StandardCharsets;

/** Documents for tests, as if they stood in app.yaml. */
public final class Yaml {

    private Yaml() {}

    public static Document parse(String yaml) throws SourceException {
        return Formats.YAML.parse(new Content("app.yaml", Formats.YAML, yaml.getBytes(StandardCharsets.UTF_8), null));
    }

    public static SourceException refusal(String yaml) {
        return refusal(yaml.getBytes(StandardCharsets.UTF_8));
    }

    public static SourceException refusal(byte[] bytes) {
        return catchThrowableOfType(
                SourceException.class, () -> Formats.YAML.parse(new Content("app.yaml", Formats.YAML, bytes, null)));
    }
}
