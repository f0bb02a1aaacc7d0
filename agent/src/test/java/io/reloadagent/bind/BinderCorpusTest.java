package io.reloadagent.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the fuzzer has found for the binder")
class BinderCorpusTest {

    @Test
    @DisplayName("applies as a whole or is refused with a place")
    void doesNoHarm() throws Exception {
        BinderFuzzer fuzzer = new BinderFuzzer();
        List<String> corpus = corpus();
        assertThat(corpus).hasSizeGreaterThan(100);
        for (String line : corpus) {
            fuzzer.check(Base64.getDecoder().decode(line));
        }
    }

    /** One input a line, in Base64. */
    private static List<String> corpus() throws Exception {
        try (InputStream in = BinderCorpusTest.class.getResourceAsStream("/fuzz/binder.base64")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }
}
