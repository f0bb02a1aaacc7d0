package io.reloadagent.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.source.Bound;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Sequence;
import io.reloadagent.source.SourceException;
import java.math.BigInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFormatTest {

    @Test
    void everyLeafKnowsItsPlace() throws SourceException {
        Branch root = Yaml.parse("# comment\na: 1\nb:\n  - x\n  - {c: 'q'}\nd: |\n  text\ne:\n")
                .root();
        assertThat(origins(root.entries().get("a"))).isEqualTo("app.yaml:2:4");
        assertThat(origins(root.entries().get("b"))).isEqualTo("app.yaml:4:3 app.yaml:4:5 app.yaml:5:5 app.yaml:5:9");
        assertThat(origins(root.entries().get("d"))).isEqualTo("app.yaml:6:4");
        assertThat(origins(root.entries().get("e"))).isEqualTo("app.yaml:8:3");
        assertThat(root.keyOrigin("d")).hasToString("app.yaml:6:1");
        assertThat(root.keyOrigin("none")).isNull();
    }

    @Test
    void columnsAreCountedInCodePoints() throws SourceException {
        assertThat(Yaml.parse("\"\uD83D\uDE00\": x")
                        .root()
                        .entries()
                        .values()
                        .iterator()
                        .next()
                        .origin())
                .hasToString("app.yaml:1:6");
    }

    @ParameterizedTest(name = "{0} is the {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "1.10 | Double | 1.1",
                "5 | Integer | 5",
                "5000000000 | Long | 5000000000",
                "yes | Boolean | true",
                "off | Boolean | false",
                "0x1F | Integer | 31",
                "010 | Integer | 8",
                "1_000 | Integer | 1000",
                "12:30:45 | Integer | 45045",
                "99999999:59:59 | String | 99999999:59:59",
                "2001-12-14 | String | 2001-12-14",
                "2001-12-14t21:59:43.10-05:00 | String | 2001-12-14t21:59:43.10-05:00",
                "._ | String | ._",
                "<< | String | <<",
                "= | String | =",
                "'5' | String | 5",
                "\"a\\tb\" | String | a\tb",
                "!!str 5 | String | 5",
                "!!int '7' | Integer | 7",
                "!!float 5 | Double | 5.0",
                "! 5 | Integer | 5",
                "a b#c | String | a b#c"
            })
    void scalarsAreUnderstoodAsTheSafeConstructorDoes(String yaml, String type, String value) throws SourceException {
        Leaf leaf = (Leaf) Yaml.parse("k: " + yaml).root().entries().get("k");
        assertThat(leaf.value().getClass().getSimpleName()).isEqualTo(type);
        assertThat(leaf.value()).hasToString(value);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1.10", "12:30:45", "yes", "0x1F", "1_000", "2001-12-14", "a b"})
    void theTextStaysAsWritten(String yaml) throws SourceException {
        assertThat(((Leaf) Yaml.parse("k: " + yaml).root().entries().get("k")).text())
                .isEqualTo(yaml);
    }

    @Test
    void whatIsNotWrittenIsNull() throws SourceException {
        Branch root = Yaml.parse("a:\nb: ~\nc: null\nd: ''").root();
        assertThat(root.entries().values())
                .extracting(node -> ((Leaf) node).value())
                .containsExactly(null, null, null, "");
        assertThat(root.entries().values())
                .extracting(node -> ((Leaf) node).text())
                .containsExactly("", "~", "null", "");
    }

    @Test
    void numbersOfAnyLengthAreReadInTime() throws SourceException {
        String long1 = "9".repeat(900);
        String long2 = "9".repeat(1_000_000);
        Branch root = Yaml.parse("a: " + long1 + "\nb: " + long2 + "\nc: " + "1:".repeat(100_000) + "1")
                .root();
        assertThat(((Leaf) root.entries().get("a")).value()).isEqualTo(new BigInteger(long1));
        assertThat(((Leaf) root.entries().get("b")).value()).isEqualTo(long2);
    }

    @Test
    void keysStayAsWritten() throws SourceException {
        assertThat(Yaml.parse("yes: 1\n1.10: 2\nfooBar: 3\na.b: 4\n? x\n: 5\n&k key: *k")
                        .root()
                        .entries()
                        .keySet())
                .containsExactly("yes", "1.10", "fooBar", "a.b", "x", "key");
    }

    @Test
    void anchorsAndMergeKeysAreResolved() throws SourceException {
        Branch root = Yaml.parse("""
                        one: &one {a: 1, b: 1}
                        two: &two {b: 2, c: 2}
                        merged: {<<: *one, b: 9}
                        both: {<<: [*two, *one], d: 4}
                        again: *one
                        """).root();
        assertThat(root.entries().get("merged"))
                .isEqualTo(Yaml.parse("{b: 9, a: 1}").root());
        assertThat(root.entries().get("both"))
                .isEqualTo(Yaml.parse("{d: 4, b: 2, c: 2, a: 1}").root());
        assertThat(root.entries().get("again")).isEqualTo(root.entries().get("one"));
        assertThat(((Branch) root.entries().get("merged")).keyOrigin("a")).hasToString("app.yaml:1:12");
    }

    @Test
    void laterDocumentsOfAStreamOverrideEarlierOnes() throws SourceException {
        Branch root = Yaml.parse("""
                        p: {maxConns: 1, b: 2}
                        l: [1, 2]
                        ---
                        # nothing
                        ---
                        p: {max-conns: 3}
                        l: [4]
                        ...
                        ---
                        spring.profiles.active: x
                        """).root();
        assertThat(root)
                .isEqualTo(Yaml.parse("{p: {b: 2, max-conns: 3}, l: [4], spring.profiles.active: x}")
                        .root());
        assertThat(Path.of("p.max_conns").find(root).origin()).hasToString("app.yaml:6:16");
        assertThat(Path.of("p.b").find(root).origin()).hasToString("app.yaml:1:21");
    }

    @Test
    void aStreamIsLimitedAsAWhole() {
        assertThat(Yaml.refusal(
                        "---\na: [" + "1,".repeat(300_000) + "]\n" + "---\nb: [" + "1,".repeat(700_000) + "]\n"))
                .hasMessageContaining("more than " + Bound.VALUES);
        assertThat(Yaml.refusal("a: 1\n---\n".repeat(100_000)))
                .hasMessageContaining("too many documents with too many values; split the file");
    }

    @Test
    void nodesAreEqualByContent() throws SourceException {
        assertThat(Yaml.parse("a: [1, {b: x}]").root())
                .isEqualTo(Yaml.parse("# other place\na:\n- 1\n- b: x").root())
                .isNotEqualTo(Yaml.parse("a: [1, {b: y}]").root());
        assertThat(Yaml.parse("a: 1.10").root())
                .isNotEqualTo(Yaml.parse("a: 1.1").root());
        assertThat(Yaml.parse("a: 5").root()).isNotEqualTo(Yaml.parse("a: '5'").root());
        assertThat(Yaml.parse("password: hunter2").root().toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest(name = "[{index}]")
    @ValueSource(
            strings = {"", "\n", "# only a comment\n", "---\n", "---\n---\n", "---\n# nothing\n...\n", "~", "\uFEFF"})
    void anEmptyFileIsRefused(String yaml) {
        assertThat(Yaml.refusal(yaml))
                .hasMessage("app.yaml:1:1 the file is empty or has only comments; write {} if nothing shall be set");
    }

    @Test
    void anEmptyMappingIsNoError() throws SourceException {
        assertThat(Yaml.parse("{}").root().entries()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "- a ~ 1:1 the document must be a mapping of keys to values, not a list",
                "hunter2 ~ 1:1 the document must be a mapping of keys to values, not a value",
                "a: 1%---%- b ~ 3:1 the document must be a mapping of keys to values, not a list",
                "a: 1%---%spring: {config: {activate: {on-profile: hunter2}}} ~ 3:29 this document counts only while a Spring profile is active, which the agent cannot know; move it to a file of its own",
                "spring.profiles: hunter2%---%a: 1 ~ 1:18 this document counts only while a Spring profile is active, which the agent cannot know; move it to a file of its own",
                "a: &x 1%---%b: *x ~ 3:4 no anchor of this name stands above; quote a value that begins with '*'",
                "a: 1%b: 2%a: 3 ~ 3:1 this key stands here and at app.yaml:1:1; keep one",
                "p: {x: 1, 'x': hunter2} ~ 1:11 this key stands here and at app.yaml:1:5; keep one",
                "a: &a {b: *a} ~ 1:11 the alias stands within what it names; a document cannot contain itself",
                "a: &a [*a] ~ 1:8 the alias stands within what it names; a document cannot contain itself",
                "a: *hunter2 ~ 1:4 no anchor of this name stands above; quote a value that begins with '*'",
                "a: !hunter2 ~ 1:4 tags are not supported beyond the standard ones; quote a value that begins with '!'",
                "a: !!java.net.URL [x] ~ 1:4 tags are not supported beyond the standard ones; quote a value that begins with '!'",
                "a: !!set {x} ~ 1:4 tags are not supported beyond the standard ones; quote a value that begins with '!'",
                "a: !hunter2!x y ~ 1:4 not valid YAML: a value that begins with '!' must be quoted",
                "a: !!int hunter2 ~ 1:4 the value is not what its tag says; correct it or remove the tag",
                "a: !!bool hunter2 ~ 1:4 the value is not what its tag says; correct it or remove the tag",
                "[a]: hunter2 ~ 1:1 a key cannot be a list or a mapping; quote a value that begins with '{' or '['",
                "a: {{ hunter2 }} ~ 1:5 a key cannot be a list or a mapping; quote a value that begins with '{' or '['",
                "x: &x [1]%*x : 2 ~ 2:1 a key cannot be a list or a mapping; quote a value that begins with '{' or '['",
                "a: {<<: hunter2} ~ 1:9 '<<' merges mappings, not a value",
                "a: hunter2: x ~ 1:11 not valid YAML: a ':' is not expected here; quote the value, or correct the indentation",
                "a: 1%hunter2%b: 1 ~ 2:1 not valid YAML: a key without ':' and a value; add them, or correct the indentation",
                "a: \"hunter2 ~ 1:4 not valid YAML: the quote that opens here is never closed",
                "a: 'hunter2 ~ 1:4 not valid YAML: the quote that opens here is never closed",
                "a: \"hunter2\\z\" ~ 1:13 not valid YAML: an unknown escape; write \\\\ for a backslash, or use single quotes",
                "\"hunter2\\u ~ 1:11 not valid YAML at this place: an escape or a number is not complete",
                "a: @hunter2 ~ 1:4 not valid YAML: a tab, '@', '`', '%' or '\"' cannot begin a value; indent with spaces, or quote the value",
                "a:%\tb: hunter2 ~ 2:1 not valid YAML: a tab, '@', '`', '%' or '\"' cannot begin a value; indent with spaces, or quote the value",
                "a: [hunter2, b ~ 1:15 not valid YAML: a ',' or ']' is missing in the list",
                "a: {hunter2: b ~ 1:15 not valid YAML: a ',' or '}' is missing in the mapping",
                "a:%    b: 1%  c: hunter2 ~ 3:3 not valid YAML: this does not fit the lines above; correct the indentation, or quote the value above",
                "a: 'hunter2' hunter2 ~ 1:14 not valid YAML: this does not fit the lines above; correct the indentation, or quote the value above",
                "a: hunter2 - x%- y ~ 2:1 not valid YAML: this does not fit the lines above; correct the indentation, or quote the value above",
                "a: - hunter2 ~ 1:4 not valid YAML: a '-' is not expected here; quote the value, or correct the indentation",
                "a: !!int%b: hunter2 ~ 1:4 the value is not what its tag says; correct it or remove the tag",
                "a: !!i{nt hunter2 ~ 1:7 not valid YAML: a value that begins with '!' must be quoted",
                "a: >hunter2 ~ 1:5 not valid YAML: a value that begins with '|' or '>' must be quoted",
                "a: & hunter2 ~ 1:5 not valid YAML: a value that begins with '*' or '&' must be quoted"
            })
    @DisplayName("what is refused is told in one line, with its place, without the text")
    void malformedTextIsRefused(String yaml, String message) {
        SourceException refusal = Yaml.refusal(yaml.replace('%', '\n'));
        assertThat(refusal.kind()).isEqualTo(SourceException.Kind.INVALID);
        assertThat(refusal.problems()).hasSize(1);
        assertThat(refusal.getMessage()).isEqualTo("app.yaml:" + message).doesNotContain("hunter2", "\n");
    }

    @Test
    void nestingIsLimitedAliasesIncluded() throws SourceException {
        assertThat(Yaml.parse("a: " + "[".repeat(49) + "]".repeat(49)).root().entries())
                .hasSize(1);
        assertThat(Yaml.refusal("a: " + "[".repeat(50) + "]".repeat(50)))
                .hasMessage("app.yaml:1:53 nested more than 50 deep");
        assertThat(Yaml.refusal("a: " + "[".repeat(1_000_000))).hasMessage("app.yaml:1:53 nested more than 50 deep");
        assertThat(Yaml.refusal("a: " + "{x: ".repeat(100_000))).hasMessageContaining("nested more than 50 deep");
        assertThat(Yaml.refusal("- ".repeat(100_000))).hasMessageContaining("nested more than 50 deep");
        String chained = "a: &a " + "[".repeat(30) + "]".repeat(30) + "\nb: " + "[".repeat(25) + "*a" + "]".repeat(25);
        assertThat(Yaml.refusal(chained)).hasMessage("app.yaml:2:29 nested more than 50 deep");
    }

    @Test
    void aliasBombsAreRefused() {
        assertThat(Yaml.refusal("a: &a [x]\nb: [" + "*a, ".repeat(51) + "]"))
                .hasMessage("app.yaml:2:205 more than 50 aliases of lists and mappings; write some of them out");
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(10)).append("]\n");
        }
        assertThat(Yaml.refusal(bomb.toString()))
                .hasMessageContaining("more than " + Bound.VALUES + ", aliases included");
        String wide = "a: &a [" + "x, ".repeat(300_000) + "]\nb: [*a, *a, *a, *a]";
        assertThat(Yaml.refusal(wide))
                .hasMessageContaining("more than " + Bound.VALUES + ", aliases included; split the file");
        assertThat(Yaml.refusal("a: [" + "1,".repeat(1_000_000) + "]"))
                .hasMessageContaining("app.yaml:1:")
                .hasMessageEndingWith(" more than " + Bound.VALUES + ", aliases included; split the file");
    }

    @Test
    void aUtf8ByteOrderMarkIsStripped() throws SourceException {
        assertThat(Yaml.parse("\uFEFFa: 1").root().keyOrigin("a")).hasToString("app.yaml:1:1");
    }

    @Test
    void otherEncodingsAreRefusedWithTheByteOffset() {
        assertThat(Yaml.refusal(new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 'a'}))
                .hasMessage(
                        "app.yaml:1:1 begins with a UTF-16 byte order mark (byte offset 0); save the file as UTF-8");
        assertThat(Yaml.refusal(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0})).hasMessageContaining("UTF-16");
        assertThat(Yaml.refusal(new byte[] {'a', ':', ' ', 0}))
                .hasMessage("app.yaml:1:4 has a NUL at byte offset 3; save the file as UTF-8 text");
        assertThat(Yaml.refusal(new byte[] {'a', ':', '\n', ' ', (byte) 0xE4, ' '}))
                .hasMessage("app.yaml:2:2 is not UTF-8 at byte offset 4; save the file as UTF-8");
        assertThat(Yaml.refusal(new byte[] {'a', ':', ' ', (byte) 0xC3}))
                .hasMessage("app.yaml:1:4 is not UTF-8 at byte offset 3; save the file as UTF-8");
        assertThat(Yaml.refusal("a: 1\nb: x\u0007"))
                .hasMessage(
                        "app.yaml:2:5 the control character U+0007 cannot stand in YAML; remove it, or escape it in double quotes");
    }

    private static String origins(Node node) {
        StringBuilder origins = new StringBuilder(node.origin().toString());
        if (node instanceof Branch branch) {
            branch.entries().values().forEach(child -> origins.append(' ').append(origins(child)));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(child -> origins.append(' ').append(origins(child)));
        }
        return origins.toString();
    }
}
