package io.reloadagent.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.source.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the fuzzer has found")
class FuzzCorpusTest {

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json", "toml", "properties", "env"})
    void doesNoHarm(String name) throws IOException {
        Format format = Formats.named(name);
        List<String> corpus = corpus(name);
        assertThat(corpus).hasSizeGreaterThan(10);
        corpus.forEach(line -> FormatFuzzer.check(format, Base64.getDecoder().decode(line)));
    }

    /** One input a line, in Base64. */
    private static List<String> corpus(String format) throws IOException {
        try (InputStream in = FuzzCorpusTest.class.getResourceAsStream("/fuzz/" + format + ".base64")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }
}
