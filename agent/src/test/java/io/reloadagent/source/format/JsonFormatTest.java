package io.reloadagent.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.source.Branch;
import io.reloadagent.source.SourceException;
import java.math.BigInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormatTest {

    @Test
    void everyLeafKnowsItsPlace() throws SourceException {
        Branch root = Parsing.parse("json", """
                {
                  "a": 1, "b": [true, {"c": "x"}, []],
                  "\uD83D\uDE00": {"d": null, "e": 1.10}
                }
                """);
        assertThat(Parsing.leaves(root))
                .containsExactly(
                        "/a=Integer:1@2:8",
                        "/b[0]=Boolean:true@2:17",
                        "/b[1]/c=String:x@2:29",
                        "/\uD83D\uDE00/d=null:null@3:14",
                        "/\uD83D\uDE00/e=Double:1.10@3:25");
        assertThat(root.keyOrigin("b")).hasToString("app:2:11");
        assertThat(root.entries().get("b").origin()).hasToString("app:2:16");
        assertThat(root.origin()).hasToString("app:1:1");
    }

    @Test
    void aLineEndsAsInAnyEditor() throws SourceException {
        Branch root = Parsing.parse("json", "{\r\n\"a\":\r1,\n\"b\": 2}");
        assertThat(Parsing.leaves(root)).containsExactly("/a=Integer:1@3:1", "/b=Integer:2@4:6");
    }

    @ParameterizedTest(name = "{0} is the {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "5 | Integer | 5",
                "5000000000 | Long | 5000000000",
                "99999999999999999999 | BigInteger | 99999999999999999999",
                "1.50 | Double | 1.5",
                "-2e3 | Double | -2000.0",
                "false | Boolean | false",
                "\"5\" | String | 5",
                "\"yes\" | String | yes",
                "\"\\u00e9\\t\\/\\\"\" | String | \u00e9\t/\""
            })
    void valuesHaveTheTypeThatIsWritten(String json, String type, String value) throws SourceException {
        Object read = Parsing.leaf(Parsing.parse("json", "{\"k\": " + json + "}"), "k")
                .value();
        assertThat(read.getClass().getSimpleName()).isEqualTo(type);
        assertThat(read).hasToString(value);
    }

    @Test
    void numbersAreReadUpToALength() throws SourceException {
        String digits = "9".repeat(1000);
        assertThat(Parsing.leaf(Parsing.parse("json", "{\"k\": " + digits + "}"), "k")
                        .value())
                .isEqualTo(new BigInteger(digits));
        assertThat(Parsing.refusal("json", "{\"k\": " + digits + "9}"))
                .hasMessageStartingWith("app:1:")
                .hasMessageEndingWith("a number has at most 1000 characters");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "[1] ~ 1:1 the document must be a mapping of keys to values, not a list",
                "\"hunter2\" ~ 1:1 the document must be a mapping of keys to values, not a value",
                "{\"a\": 1, \"a\": \"hunter2\"} ~ 1:10 this key stands here and at app:1:2; keep one",
                "{\"a\": 1} {} ~ 1:10 not valid JSON: nothing can follow the document; remove it",
                "{\"a\": 1} hunter2 ~ 1:10 not valid JSON: a text needs double quotes; without them stand only numbers, true, false and null",
                "{\"a\": hunter2} ~ 1:7 not valid JSON: a text needs double quotes; without them stand only numbers, true, false and null",
                "{\"a\": 'hunter2'} ~ 1:7 not valid JSON: a value is expected here; texts need double quotes, the last entry no comma",
                "{\"hunter2\" 1} ~ 1:12 not valid JSON: a ':' is missing between a key and its value",
                "{\"a\": 1 \"hunter2\": 2} ~ 1:9 not valid JSON: a ',' is missing, or a quote within a text is not written as \\\"",
                "{\"a\": [1 2]} ~ 1:10 not valid JSON: a ',' is missing, or a quote within a text is not written as \\\"",
                "{\"a\": 1,} ~ 1:9 not valid JSON: a key in double quotes is expected here",
                "{hunter2: 1} ~ 1:2 not valid JSON: a key in double quotes is expected here",
                "{\"a\": [1,]} ~ 1:10 not valid JSON: a value is expected here; texts need double quotes, the last entry no comma",
                "{\"a\": 010} ~ 1:8 not valid JSON: a number is not written as JSON has it: no leading zero, digits around the dot",
                "{\"a\": .5} ~ 1:7 not valid JSON: a value is expected here; texts need double quotes, the last entry no comma",
                "{\"a\": NaN} ~ 1:10 not valid JSON: NaN and infinities are no JSON numbers; write them in double quotes",
                "{\"a\": 1} // hunter2 ~ 1:10 not valid JSON: JSON has no comments; remove it, or write the file in YAML",
                "{\"a\": \"hunter2\\z\"} ~ 1:16 not valid JSON: an unknown escape; write \\\\ for a backslash",
                "{\"a\": \"hunter2\\u12\"} ~ 1:19 not valid JSON: \\u needs four hexadecimal digits; write \\\\ for a backslash",
                "{\"a\": \"hunter2%b\"} ~ 1:15 not valid JSON: a line break or control character within a text; write it as \\n, \\t or \\u0000",
                "{\"a\": \"hunter2 ~ 1:15 not valid JSON: a text has no closing quote",
                "{\"a\": 1 ~ 1:8 not valid JSON: the text ends too early; a '}', ']' or quote is missing",
                "{\"a\": [1} ~ 1:9 not valid JSON: a ']' or '}' closes what was opened by the other",
                "{\"a\" ~ 1:5 not valid JSON: the text ends too early; a '}', ']' or quote is missing"
            })
    @DisplayName("what is refused is told in one line, with its place, without the text")
    void malformedTextIsRefused(String json, String message) {
        SourceException refusal = Parsing.refusal("json", json.replace('%', '\n'));
        assertThat(refusal.problems()).hasSize(1);
        assertThat(refusal.getMessage()).isEqualTo("app:" + message).doesNotContain("hunter2", "\n");
    }
}
