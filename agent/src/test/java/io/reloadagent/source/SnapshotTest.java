package io.reloadagent.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.source.format.Formats;
import io.reloadagent.source.format.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotTest {

    @Test
    void snapshotsAreEqualIfAllNamesAndBytesAre() {
        Snapshot one = snapshot(content("a", "bc"));
        assertThat(one).isEqualTo(snapshot(content("a", "bc"))).hasSameHashCodeAs(snapshot(content("a", "bc")));
        assertThat(snapshot(content("ab", "c"))).isNotEqualTo(one);
        assertThat(snapshot(content("a", "bd"))).isNotEqualTo(one);
        assertThat(snapshot(content("a", "b"), content("", "c"))).isNotEqualTo(one);
    }

    @Test
    void contentCannotBeChangedFromOutside() {
        byte[] bytes = {'a'};
        Content content = new Content("a", Formats.YAML, bytes, null);
        bytes[0] = 'b';
        assertThat(content.bytes().isReadOnly()).isTrue();
        assertThat(content.bytes().get()).isEqualTo((byte) 'a');
        assertThat(content.bytes().remaining()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} under {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: 1, b: 2} | {b: 3, c: 4} | {a: 1, b: 3, c: 4}",
                "{p: {a: 1, b: 2}} | {p: {b: 3}} | {p: {a: 1, b: 3}}",
                "{p: {a: 1, maxConns: 2}} | {p: {max-conns: 3}} | {p: {a: 1, max-conns: 3}}",
                "{p: {a: 1}} | {p.a: 3} | {p.a: 3}",
                "{p.a: 1, p.b: 2} | {p: {a: 3}} | {p.b: 2, p: {a: 3}}",
                "{l: [1, 2]} | {l: [3]} | {l: [3]}",
                "{p: 5} | {p: {a: 1}} | {p: {a: 1}}",
                "{p: {a: 1}} | {p: 5} | {p: 5}",
                "{p: {a: 1}} | {p: {}} | {p: {a: 1}}",
                "{p: {}} | {P: 5} | {P: 5}",
                "{a: 1} | {a: ~} | {a: ~}",
                "{a: 1} | {} | {a: 1}"
            })
    void laterSourcesOverrideEarlierOnes(String first, String second, String merged) throws SourceException {
        Document document =
                snapshot(content("1.yaml", first), content("2.yaml", second)).parse();
        assertThat(document.name()).isEqualTo("1.yaml, 2.yaml");
        assertThat(document.root()).isEqualTo(Yaml.parse(merged).root());
    }

    @Test
    void aMergedLeafKnowsItsOwnSource() throws SourceException {
        Branch root = snapshot(content("1.yaml", "a: 1\nb: 2"), content("2.yaml", "B: 3"))
                .parse()
                .root();
        assertThat(Path.of("a").find(root).origin()).hasToString("1.yaml:1:4");
        assertThat(Path.of("b").find(root).origin()).hasToString("2.yaml:1:4");
    }

    @Test
    void allBrokenSourcesAreReportedAtOnce() {
        Snapshot snapshot = snapshot(content("1.yaml", "a: ["), content("2.yaml", "a: 1"), content("3.yaml", ""));
        assertThatThrownBy(snapshot::parse)
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.origin().source())
                                .containsExactly("1.yaml", "3.yaml"));
    }

    @Test
    void leavesAreListedByCanonicalPathInOrder() throws SourceException {
        Branch root = Yaml.parse("""
                        dataBase:
                          maxConns: 5
                          hosts: [a, {b: 1}]
                          labels: {}
                        server.port: 1
                        nothing:
                        tags: {fooBar: 1, foo_bar: 2}
                        """).root();
        assertThat(Leaves.of(root).keySet())
                .containsExactly(
                        "data_base.max_conns",
                        "data_base.hosts",
                        "data_base.labels",
                        "server.port",
                        "nothing",
                        "tags.foo_bar",
                        "tags.foo_bar#2");
        assertThat(Leaves.of(root).get("data_base.hosts")).isInstanceOf(Sequence.class);
        assertThat(Leaves.of(Document.empty("none").root())).isEmpty();
    }

    private static Content content(String name, String text) {
        return new Content(name, Formats.YAML, text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static Snapshot snapshot(Content... contents) {
        List<Content> list = Arrays.stream(contents).collect(Collectors.toList());
        return new Snapshot(list);
    }
}
