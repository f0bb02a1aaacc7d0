package io.reloadagent.bind;

import static io.reloadagent.bind.Conversion.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.api.DataSize;
import io.reloadagent.api.Dynamic;
import io.reloadagent.field.Cell;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Path;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("unused")
@DisplayName("An amount of data")
class SizeTextTest {

    @Dynamic("upload")
    private static class Upload {
        @DataSize
        private long most;

        @DataSize
        private int chunk;

        @DataSize
        private Integer boxed;

        @DataSize
        private String text;

        private long plain;
    }

    @ParameterizedTest(name = "{0} is {1} bytes")
    @CsvSource({
        "0, 0",
        "5, 5",
        "-1, -1",
        "5B, 5",
        "1k, 1024",
        "1KB, 1024",
        "1KiB, 1024",
        "10MB, 10485760",
        "10 mb, 10485760",
        "512KiB, 524288",
        "1.5g, 1610612736",
        "2TB, 2199023255552",
        "1PiB, 1125899906842624"
    })
    void isRead(String text, String bytes) throws Exception {
        assertThat(SizeText.parse((Leaf) node("key: " + text, "key"))).isEqualTo(new BigInteger(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MB", "10XB", "-1MB", "1.5", "0.3B", "10 M B", "ten", "1e3"})
    void isRefused(String text) throws Exception {
        assertThat(SizeText.parse((Leaf) node("key: " + text, "key"))).isNull();
    }

    @Test
    @DisplayName("goes into the int or long field that says so, and into no other; what does not fit is refused")
    void annotated() throws Exception {
        Bound bound = new Bound("upload: {most: 10MB, chunk: 512KiB, boxed: 1k}");
        assertThat(bound.inForce(bound.cell(Upload.class, "most"))).isEqualTo(10L << 20);
        assertThat(bound.inForce(bound.cell(Upload.class, "chunk"))).isEqualTo(512 << 10);
        assertThat(bound.inForce(bound.cell(Upload.class, "boxed"))).isEqualTo(1024);
        bound.cell(Upload.class, "text");
        bound.cell(Upload.class, "plain");
        assertThat(bound.problems("upload: {chunk: 2GB, text: 10MB, plain: 10MB, most: ~}"))
                .containsExactlyInAnyOrder(
                        "app.yaml:1:17 upload.chunk: expected a size of at most 2147483647 bytes, found '2GB'",
                        "app.yaml:1:28 upload.text: expected nothing here: only a field of type int or long can be an"
                                + " amount of data, found '10MB'",
                        "app.yaml:1:41 upload.plain: expected a long, found '10MB'",
                        "app.yaml:1:53 upload.most: expected a size such as 10MB or 512KiB, found nothing (null)");
    }

    private static class Legacy {
        private long maxUpload;
        private long other;
    }

    @Test
    @DisplayName("goes into the field for which a rule says so")
    void ruled() throws Exception {
        Rule rule = new Rule(
                        new ClassPattern(Legacy.class.getName()),
                        Path.of(""),
                        Map.of(
                                "maxUpload", Path.of("upload.max"),
                                "other", Path.of("other")),
                        true)
                .withSizes(Set.of("maxUpload"));
        Bound bound = new Bound("{upload.max: 1MB, other: 1}", rule);
        Cell most = bound.cell(Legacy.class, "maxUpload");
        assertThat(bound.inForce(most)).isEqualTo(1L << 20);
        assertThat(bound.problems("other: 1MB")).hasSize(1);
    }
}
