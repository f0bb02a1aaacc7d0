package io.reloadagent.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reloadagent.source.format.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

    private static final Map.Entry<String, String> VARIABLE = System.getenv().entrySet().stream()
            .filter(entry ->
                    !entry.getValue().contains("\n") && !entry.getValue().isEmpty())
            .findFirst()
            .orElseThrow();

    @TempDir
    java.nio.file.Path directory;

    private Sources sources;

    @BeforeEach
    void setProperty() {
        System.setProperty("references.test", "from a property");
        sources = new Sources(
                java.util.List.of(new FileSource(directory.resolve("app.yaml"), Formats.YAML)), Duration.ZERO);
    }

    @AfterEach
    void clearProperty() {
        System.clearProperty("references.test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "v: ${sys:references.test} | from a property",
                "v: a ${sys:references.test}! | a from a property!",
                "v: ${sys:references.none:other} | other",
                "v: ${sys:references.none:} | ``",
                "v: ${env:REFERENCES_NONE:x:y} | x:y",
                "v: ${file:/nonexistent/file:none} | none",
                "{v: '${a.b}', a: {b: 5}} | 5",
                "{v: 'http://${server.host}:${server.port:80}/', server: {host: h}} | http://h:80/",
                "{v: '${no.such:${a.b}}', a.b: 7} | 7",
                "{v: '${names.${which}}', which: two, names: {one: 1, two: 2}} | 2",
                "{v: '${b}', b: '${c}', c: '${sys:references.test}'} | from a property",
                "v: $${sys:references.test} | ${sys:references.test}",
                "v: costs $5 {a} | costs $5 {a}",
                "{v: '${maxConns}', max-conns: 9} | 9",
                "{v: '${a:b}', a: ~} | b"
            })
    void aReferenceIsReplacedByWhatItLeadsTo(String yaml, String value) throws Exception {
        assertThat(leaf(yaml, "v").text()).isEqualTo(value);
    }

    @Test
    void aVariableOfTheEnvironmentIsFound() throws Exception {
        assertThat(leaf("v: ${env:" + VARIABLE.getKey() + "}", "v").text()).isEqualTo(VARIABLE.getValue());
    }

    @Test
    void aFileIsFoundBesideTheSourceAndLosesOneLineBreak() throws Exception {
        Files.writeString(directory.resolve("secret"), "abc\n\n");
        assertThat(leaf("v: <${file:secret}>", "v").text()).isEqualTo("<abc\n>");
    }

    @Test
    void aReferenceToAnotherValueAloneIsThatValue() throws Exception {
        assertThat(leaf("{v: '${n}', n: 5}", "v").value()).isEqualTo(5);
        assertThat(leaf("{v: '${n}', n: [1]}", "v").problem().message()).startsWith("${n} leads to a list at ");
    }

    @Test
    void itemsOfListsAndValuesOfLaterSourcesAreReplacedToo() throws Exception {
        Document document = read("{l: ['${n}', x], n: 5}").parse();
        Sequence list = (Sequence) Path.of("l").find(document.root());
        assertThat(list.items()).extracting(item -> ((Leaf) item).text()).containsExactly("5", "x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v: ${no.such.path} | ${no.such.path} leads nowhere: there is no value at that path; set it, or write a default: ${no.such.path:default}",
                "v: ${sys:references.none} | ${sys:references.none} is not set; set it, or write",
                "v: ${file:/nonexistent/file} | ${file:/nonexistent/file} does not exist",
                "v: ${file:/} | ${file:/} is a directory",
                "v: ${env:} | ${env:} is not set",
                "v: ${} | ${} leads nowhere",
                "v: '${#{systemProperties}}' | ${#{systemProperties} leads nowhere",
                "v: ${open | '${' begins a reference, which ends with '}'; write '$${' for the characters themselves",
                "v: ${file:${sys:references.test}} | ${file:...} does not exist"
            })
    void whatLeadsNowhereRefusesWhoFollowsTheValueAndNobodyElse(String yaml, String message) throws Exception {
        Branch root = read(yaml + "\nother: 1").parse().root();
        assertThat(Path.of("other").find(root)).isNotNull();
        Path path = Path.of("v");
        Node node = path.find(root);
        SourceException refusal =
                catchThrowableOfType(SourceException.class, () -> Unresolved.refuse(node, path, any -> false));
        assertThat(refusal.getMessage().replace(directory + "/", "")).startsWith("app.yaml:1:4 v: " + message);
    }

    @Test
    @DisplayName("at a secret path, not even the reference is repeated: it may be a part of a password")
    void whatIsSecretIsNotRepeated() throws Exception {
        Node node = Path.of("v").find(read("v: hunter${two}x").parse().root());
        assertThat(catchThrowableOfType(
                        SourceException.class, () -> Unresolved.refuse(node, Path.of("v"), any -> true)))
                .hasMessageEndingWith(
                        "app.yaml:1:4 v: a reference in it leads nowhere: there is no value at that path; set it, or write a"
                                + " default; write '$${' where '${' does not begin one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v: ${file:/nonexistent/hunter2} | a file that it names does not exist; create it, or write a default",
                "v: x${file:/nonexistent/hunter2} | a file that it names does not exist; create it, or write a default",
                "v: ${file:/} | a file that it names is a directory",
                "v: ${env:HUNTER2} | an environment variable that it names is not set; set it, or write a default",
                "v: ${sys:hunter2} | a system property that it names is not set; set it, or write a default",
                "{v: '${hunter2}', hunter2: [1]} | a reference in it leads to a list at app.yaml",
                "v: ${hunter2 | '${' begins a reference, which ends with '}'; write '$${' for the characters themselves",
                "{v: '${w}', w: '${file:/nonexistent/hunter2}'} | the value that it refers to, at app.yaml:1:16, has none: a"
                        + " file that it names does not exist"
            })
    @DisplayName("at a secret path, the kind of what is wrong is told nevertheless")
    void whatIsWrongWithASecretIsTold(String yaml, String message) throws Exception {
        Node node = Path.of("v").find(read(yaml).parse().root());
        String refusal = catchThrowableOfType(
                        SourceException.class, () -> Unresolved.refuse(node, Path.of("v"), any -> true))
                .getMessage()
                .replace(directory + "/", "");
        assertThat(refusal).contains(" v: " + message).doesNotContainIgnoringCase("hunter2");
    }

    @Test
    @DisplayName("a value whose reference leads nowhere is the same value at another place")
    void unresolvedAndMoved() throws Exception {
        String circle = "other: ${nope.x}\na: ${b}\nb: ${a}\nc: ${l}\nl: [1]\n";
        Branch root = read(circle).parse().root();
        assertThat(read("# a comment\n\n" + circle).parse().root()).isEqualTo(root);
        assertThat(read(circle.replace("nope.x", "nope.y")).parse().root()).isNotEqualTo(root);
        assertThat(read(circle + "nope.x: 1\n").parse().root().entries().get("other"))
                .isNotEqualTo(root.entries().get("other"));
    }

    @Test
    @DisplayName("the place of a problem is that of the value that cannot be told, wherever its reference leads")
    void placeOfAProblem() throws Exception {
        String yaml = "a: ${b}\nb: ${c}\nc: ${nope.hunter2}\nd: ${e}\ne: ${d}\n";
        for (int i = 0; i < 5; i++) {
            Problem problem = leaf(yaml, "abcde".substring(i, i + 1)).problem();
            assertThat(problem.origin().line()).isEqualTo(i + 1);
        }
        assertThat(leaf(yaml, "a").problem().message().replace(directory + "/", ""))
                .startsWith("the value that it refers to, at app.yaml:3:4, has none: a reference in it leads nowhere")
                .doesNotContain("hunter2");
        assertThat(leaf(yaml, "d").problem().message()).startsWith("values refer to each other in a circle: ");
    }

    @Test
    void aDefaultIsNotShown() throws Exception {
        String message = leaf("v: ${sys:references.none:${file:/:hunter2}}", "v")
                .problem()
                .message();
        assertThat(message).doesNotContain("hunter2").contains("is a directory");
    }

    @Test
    @DisplayName("values that refer to each other in a circle are refused with all their places")
    void circle() throws Exception {
        String yaml = "a: ${b}\nb: x ${c}\nc: ${a}\nd: ${b}\ne: ${e}\n";
        for (String name : "abcd".split("")) {
            assertThat(leaf(yaml, name).problem().message().replace(directory + "/", ""))
                    .startsWith("values refer to each other in a circle: ")
                    .contains("app.yaml:1:4", "app.yaml:2:4", "app.yaml:3:4");
        }
        assertThat(leaf(yaml, "e").problem().message()).contains("app.yaml:5:4 -> ");
    }

    @Test
    @DisplayName("values that repeat values that repeat values end")
    void explosion() throws Exception {
        StringBuilder yaml = new StringBuilder("v0: 0123456789\n");
        for (int i = 1; i < 40; i++) {
            yaml.append("v")
                    .append(i)
                    .append(": ${v")
                    .append(i - 1)
                    .append("}${v")
                    .append(i - 1)
                    .append("}\n");
        }
        assertThat(leaf(yaml.toString(), "v39").problem().message()).contains("longer than a million characters");
        assertThat(leaf("v: " + "${a:".repeat(30) + "}".repeat(30), "v")
                        .problem()
                        .message())
                .contains("20 deep");
    }

    @Test
    @DisplayName(
            "references to a long value put it into so many values that the heap can hold, and say where it was too much")
    void bomb() throws Exception {
        String yaml = "long: " + "0123456789".repeat(100_000) + "\n"
                + IntStream.range(0, 600)
                        .mapToObj(i -> "k" + i + ": x${long}\n")
                        .collect(Collectors.joining())
                + "whole: ${long}\n";
        Branch root = read(yaml).parse().root();
        List<Leaf> leaves = root.entries().values().stream()
                .map(node -> (Leaf) node)
                .filter(leaf -> leaf.text().startsWith("x"))
                .toList();
        assertThat(leaves).hasSize(600);
        int fitting =
                (int) leaves.stream().filter(leaf -> leaf.problem() == null).count();
        assertThat(fitting).isBetween(1, 10);
        Problem problem = leaves.get(599).problem();
        assertThat(problem.message())
                .startsWith("references have put more than ")
                .contains(" characters")
                .contains(".yaml:" + (fitting + 2) + ":6 on;");
        assertThat(leaf(yaml, "whole").problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sys:", "env:", "file:"})
    void theNameInAReferenceIsNoLongerThanAKey(String kind) throws Exception {
        assertThat(leaf("v: ${" + kind + "a.".repeat(400_000) + "a}", "v")
                        .problem()
                        .message())
                .endsWith(" has a name of more than 1000 characters, the most for a reference")
                .hasSizeLessThan(300);
        assertThat(leaf("v: ${" + kind + "a".repeat(1_000) + ":b}", "v").problem())
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        found -> assertThat(found.message()).doesNotContain("name of more than"));
    }

    @Test
    void whatIsReferredToBelongsToTheSnapshot() throws Exception {
        java.nio.file.Path secret = Files.writeString(directory.resolve("secret"), "one");
        Snapshot first = read("{v: '${file:secret}', w: '${sys:references.test}'}");
        assertThat(sources.watched()).contains(secret);
        assertThat(sources.read()).isEqualTo(first).hasSameHashCodeAs(first);

        Files.writeString(secret, "two");
        Snapshot second = sources.read();
        assertThat(second).isNotEqualTo(first);
        assertThat(text(first, "v")).isEqualTo("one");
        assertThat(text(second, "v")).isEqualTo("two");

        System.setProperty("references.test", "another");
        assertThat(sources.read()).isNotEqualTo(second);
        Files.delete(secret);
        assertThat(sources.read()).isNotEqualTo(second);
        assertThat(sources.watched()).contains(secret);
    }

    @Test
    void aSourceWithoutReferencesIsNotParsedToBeRead() throws Exception {
        assertThat(read("a: [").contents()).hasSize(1);
        assertThat(read("a: ${b} [").contents()).hasSize(1);
    }

    private Snapshot read(String yaml) throws IOException, SourceException {
        Files.writeString(directory.resolve("app.yaml"), yaml);
        return sources.read();
    }

    private Leaf leaf(String yaml, String path) throws IOException, SourceException {
        return (Leaf) Path.of(path).find(read(yaml).parse().root());
    }

    private static String text(Snapshot snapshot, String path) throws SourceException {
        return ((Leaf) Path.of(path).find(snapshot.parse().root())).text();
    }
}
