package io.reloadagent.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.source.Bound;
import io.reloadagent.source.Branch;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Origin;
import io.reloadagent.source.SourceException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every format")
class FormatContractTest {

    @Test
    void hasASample() {
        assertThat(Stream.of(Sample.values()).map(Sample::format)).containsExactlyElementsOf(Formats.names());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "app.yaml, yaml",
        "APP.YML, yaml",
        "app.json, json",
        "app.toml, toml",
        "app.properties, properties",
        "app.env, env",
        ".env, env",
        ".env.local, env",
        "app, yaml",
        "app.conf, yaml",
        "/, yaml"
    })
    void isFoundByAFilesName(String file, String format) {
        assertThat(Formats.of(Path.of(file)).name()).isEqualTo(format);
    }

    @ParameterizedTest
    @EnumSource
    void knowsThePlacesOfKeysAndLeaves(Sample sample) throws SourceException {
        String text = sample.lines("first = 1", "\u00e4\uD83D\uDE00 = seven", "last = text");
        for (String ends : new String[] {"\n", "\r\n"}) {
            for (String mark : sample.marks()) {
                Branch root = Parsing.parse(sample.format(), sample.bytes(mark + text.replace("\n", ends)));
                assertThat(root.entries().keySet())
                        .startsWith("first")
                        .endsWith("last")
                        .hasSize(3);
                for (Map.Entry<String, ?> entry : root.entries().entrySet()) {
                    Leaf leaf = (Leaf) entry.getValue();
                    assertThat(leaf.origin()).isEqualTo(placeOf(text, leaf.text(), sample.isQuoted(leaf)));
                }
                assertThat(root.keyOrigin("last").line())
                        .isEqualTo(root.entries().get("last").origin().line());
            }
        }
    }

    /** Of its only occurrence. */
    private static Origin placeOf(String text, String value, boolean quoted) {
        int offset = text.lastIndexOf(value);
        String before = text.substring(0, offset);
        String line = before.substring(before.lastIndexOf('\n') + 1);
        int column = line.codePointCount(0, line.length()) + 1 - (quoted ? 1 : 0);
        return new Origin("app", (int) before.chars().filter(c -> c == '\n').count() + 1, column);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsEmptyOrHasOnlyComments(Sample sample) {
        for (String text : new String[] {"", "\n", " \r\n  \n", sample.comment()}) {
            assertThat(Parsing.refusal(sample.format(), text))
                    .hasMessageStartingWith("app:1:1 the file is empty or has only comments; ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAKeyThatStandsTwiceWithBothPlaces(Sample sample) {
        String text = sample.lines("a = 1", "b = 2", "a = hunter2");
        SourceException refusal = Parsing.refusal(sample.format(), text);
        assertThat(refusal)
                .hasMessageMatching("app:\\d:\\d+ this key stands here and at app:\\d:\\d+; keep one")
                .hasMessageNotContaining("hunter2");
        assertThat(refusal.problems()).hasSize(1);
        assertThat(refusal.problems().get(0).origin().line())
                .isEqualTo(placeOf(text, "hunter2", false).line());
    }

    @ParameterizedTest
    @EnumSource
    void refusesOtherEncodingsWithTheByteOffset(Sample sample) {
        assertThat(Parsing.refusal(sample.format(), new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 'a'}))
                .hasMessage("app:1:1 begins with a UTF-16 byte order mark (byte offset 0); save the file as UTF-8");
        assertThat(Parsing.refusal(sample.format(), new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0}))
                .hasMessageContaining("UTF-16");
        byte[] good = sample.lines("a = 1").getBytes(StandardCharsets.UTF_8);
        int column = sample.lines("a = 1").indexOf('1') + 1;
        assertThat(Parsing.refusal(sample.format(), with(good, column - 1, 0)))
                .hasMessage("app:1:" + column + " has a NUL at byte offset " + (column - 1)
                        + "; save the file as UTF-8 text");
        if (!sample.format().equals("properties-latin1")) {
            assertThat(Parsing.refusal(sample.format(), with(good, column - 1, 0xE4)))
                    .hasMessageStartingWith("app:1:" + column + " is not UTF-8 at byte offset " + (column - 1)
                            + "; save the file as UTF-8");
            assertThat(Parsing.refusal(sample.format(), with(good, good.length - 1, 0xC3)))
                    .hasMessageContaining("is not UTF-8 at byte offset " + (good.length - 1));
        }
    }

    private static byte[] with(byte[] bytes, int index, int value) {
        byte[] changed = bytes.clone();
        changed[index] = (byte) value;
        return changed;
    }

    @ParameterizedTest
    @EnumSource
    void limitsTheLengthOfAKey(Sample sample) throws SourceException {
        String longest = "k".repeat(1000);
        assertThat(Parsing.parse(sample.format(), sample.lines(longest + " = 1"))
                        .entries())
                .containsOnlyKeys(longest);
        assertThat(Parsing.refusal(sample.format(), sample.lines(longest + "k = 1")))
                .hasMessageMatching("app:1:\\d a key has at most 1000 characters");
    }

    @ParameterizedTest
    @EnumSource
    void limitsTheSize(Sample sample) {
        byte[] huge = new byte[Bound.BYTES.most() + 1];
        Arrays.fill(huge, (byte) '#');
        assertThat(Parsing.refusal(sample.format(), huge))
                .hasMessage("app:1:1 larger than " + Bound.BYTES + "; split it");
    }

    @ParameterizedTest
    @EnumSource
    void limitsTheNumberOfValues(Sample sample) {
        if (sample == Sample.TOML) {
            return; // its files are too short for that many
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        String[] lines = IntStream.rangeClosed(0, Bound.VALUES.most())
                .mapToObj(i -> Integer.toString(i, 36) + "=")
                .map(line -> Character.isDigit(line.charAt(0)) ? "_" + line : line)
                .toArray(String[]::new);
        text.writeBytes(sample.lines(lines).getBytes(StandardCharsets.UTF_8));
        if (text.size() <= Bound.BYTES.most()) {
            assertThat(Parsing.refusal(sample.format(), text.toByteArray()))
                    .hasMessageContaining("more than " + Bound.VALUES + ", aliases included; split the file");
        } else {
            assertThat(Parsing.refusal(sample.format(), text.toByteArray()))
                    .hasMessageContaining("larger than " + Bound.BYTES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsAHugeLine(Sample sample) throws SourceException {
        String huge = "x".repeat(200_000);
        Branch root = Parsing.parse(sample.format(), sample.lines("a = " + huge, "b = 1"));
        assertThat(Parsing.leaf(root, "a").text()).isEqualTo(huge);
        assertThat(Parsing.leaf(root, "b").text()).isEqualTo("1");
    }

    static Stream<Arguments> nested() {
        return Stream.of(
                Arguments.of("yaml", "a: ", "[", "]", ""),
                Arguments.of("yaml", "a: ", "{x: ", "}", ""),
                Arguments.of("json", "{\"a\": ", "[", "]", "}"),
                Arguments.of("json", "{\"a\": ", "{\"x\": ", "}", "}"),
                Arguments.of("toml", "a = ", "[", "]", "\n"),
                Arguments.of("toml", "a = ", "{x = ", "}", "\n"));
    }

    @ParameterizedTest(name = "{0} of {2}")
    @MethodSource("nested")
    void limitsTheDepth(String format, String before, String open, String close, String after) throws SourceException {
        String inner = open.contains("x") ? "1" : "";
        int deepest = open.contains("x") ? 48 : 49;
        String nested = before + open.repeat(deepest) + inner + close.repeat(deepest) + after;
        assertThat(Parsing.parse(format, nested).entries()).containsOnlyKeys("a");
        String deeper = before + open.repeat(deepest + 1) + inner + close.repeat(deepest + 1) + after;
        assertThat(Parsing.refusal(format, deeper)).hasMessageMatching("app:1:\\d+ nested more than 50 deep");
        assertThat(Parsing.refusal(format, before + open.repeat(40_000)))
                .hasMessageContaining("nested more than 50 deep");
    }

    @Test
    void dottedKeysOfTomlAreAsDeepAsTheyAreLong() throws SourceException {
        assertThat(Parsing.parse("toml", "a" + ".a".repeat(48) + " = 1").entries())
                .hasSize(1);
        assertThat(Parsing.refusal("toml", "a" + ".a".repeat(49) + " = 1"))
                .hasMessageContaining("nested more than 50 deep");
        assertThat(Parsing.refusal("toml", "a" + ".a".repeat(50_000) + " = 1"))
                .hasMessageContaining("nested more than 50 deep");
    }

    @ParameterizedTest
    @EnumSource
    void isReadByAThreadWithASmallStack(Sample sample) throws Exception {
        String text = sample.lines("a = 1", "b = x");
        Parsing.parse(sample.format(), text);
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        Parsing.parse(sample.format(), text);
                    } catch (Throwable e) {
                        thrown[0] = e;
                    }
                },
                "small",
                1);
        thread.start();
        thread.join();
        assertThat(thrown[0])
                .satisfiesAnyOf(
                        e -> assertThat(e).isNull(),
                        e -> assertThat(e)
                                .isInstanceOf(SourceException.class)
                                .hasMessage("app:1:1 nested too deeply to be read"));
    }
}
