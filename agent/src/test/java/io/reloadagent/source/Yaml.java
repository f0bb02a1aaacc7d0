package io.reloadagent.source;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;

/** Documents for tests, as if they stood in app.yaml. */
final class Yaml {

    private Yaml() {}

    static Document parse(String yaml) throws SourceException {
        return YamlFormat.parse(new Content("app.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }

    static SourceException refusal(String yaml) {
        return refusal(yaml.getBytes(StandardCharsets.UTF_8));
    }

    static SourceException refusal(byte[] bytes) {
        return catchThrowableOfType(SourceException.class, () -> YamlFormat.parse(new Content("app.yaml", bytes)));
    }
}
