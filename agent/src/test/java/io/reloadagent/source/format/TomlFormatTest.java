package io.reloadagent.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.source.Branch;
import io.reloadagent.source.SourceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlFormatTest {

    @Test
    void everyLeafKnowsItsPlace() throws SourceException {
        Branch root = Parsing.parse("toml", """
                # comment
                a = 1
                b.c.d = 'x'
                b.c.e = [1, [2, 3], {x = 4, y.z = 5}] # more
                [t]
                k=0x1F
                [t.u]
                "quo ted".'\u00e9' = \"""
                ml\"""
                [[arr]]
                n = 1
                [[arr]]
                n = 2
                [arr.sub]
                '\uD83D\uDE00' = true
                """);
        assertThat(Parsing.leaves(root))
                .containsExactly(
                        "/a=Integer:1@2:5",
                        "/b/c/d=String:x@3:9",
                        "/b/c/e[0]=Integer:1@4:10",
                        "/b/c/e[1][0]=Integer:2@4:14",
                        "/b/c/e[1][1]=Integer:3@4:17",
                        "/b/c/e[2]/x=Integer:4@4:26",
                        "/b/c/e[2]/y/z=Integer:5@4:35",
                        "/t/k=Integer:0x1F@6:3",
                        "/t/u/quo ted/\u00e9=String:ml@8:17",
                        "/arr[0]/n=Integer:1@11:5",
                        "/arr[1]/n=Integer:2@13:5",
                        "/arr[1]/sub/\uD83D\uDE00=Boolean:true@15:7");
        assertThat(root.keyOrigin("b")).hasToString("app:3:1");
        assertThat(root.keyOrigin("t")).hasToString("app:5:1");
    }

    @Test
    void aTableThatOnlyALongerHeaderNamesStandsThere() throws SourceException {
        Branch root = Parsing.parse("toml", "# c\n[a.b]\nc = 1\n[[d.e]]\n");
        assertThat(root.entries().get("a").origin()).hasToString("app:2:1");
        assertThat(root.keyOrigin("d")).hasToString("app:4:1");
    }

    @ParameterizedTest(name = "{0} is the {1} {2}, written {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "5 | Integer | 5 | 5",
                "+5_000 | Integer | 5000 | +5_000",
                "5000000000 | Long | 5000000000 | 5000000000",
                "0o17 | Integer | 15 | 0o17",
                "0b101#x | Integer | 5 | 0b101",
                "1.10 | Double | 1.1 | 1.10",
                "-1e3 | Double | -1000.0 | -1e3",
                "inf | Double | Infinity | inf",
                "-nan | Double | NaN | -nan",
                "false | Boolean | false | false",
                "\"a\\tb\" | String | a\tb | a\tb",
                "'yes' | String | yes | yes",
                "1979-05-27 | String | 1979-05-27 | 1979-05-27",
                "07:32:00 | String | 07:32:00 | 07:32:00",
                "1979-05-27T07:32:00.5 | String | 1979-05-27T07:32:00.5 | 1979-05-27T07:32:00.5",
                "1979-05-27 07:32:00z | String | 1979-05-27T07:32:00Z | 1979-05-27T07:32:00Z",
                "1979-05-27t00:32:00-07:00 # x | String | 1979-05-27T00:32:00-07:00 | 1979-05-27T00:32:00-07:00",
                "1979-05-27 # 7 | String | 1979-05-27 | 1979-05-27"
            })
    void valuesHaveTheTypeThatIsWritten(String toml, String type, String value, String text) throws SourceException {
        for (String document :
                new String[] {"k = " + toml, "k = " + toml + "\r\nl=1", "'\uD83D\uDE00'=1\nk = " + toml}) {
            var leaf = Parsing.leaf(Parsing.parse("toml", document), "k");
            assertThat(leaf.value().getClass().getSimpleName()).isEqualTo(type);
            assertThat(leaf.value()).hasToString(value);
            assertThat(leaf.text()).isEqualTo(text);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "a = 1%a = 'hunter2' ~ 2:1 this key stands here and at app:1:1; keep one",
                "a = 1%a.b = 2 ~ 2:1 this key stands here and at app:1:1; keep one",
                "[a]%b = 1%[a]%c = 2 ~ 3:1 this key stands here and at app:1:1; keep one",
                "[a]%b = 1%[a.b] ~ 3:1 this key stands here and at app:2:1; keep one",
                "a = {x = 1, x = 2} ~ 1:13 this key stands here and at app:1:6; keep one",
                "a = {b = 1}%a.c = 2 ~ 2:1 this key stands here and at app:1:5; keep one",
                "a = hunter2 ~ 1:5 not valid TOML: a value is expected here; texts need quotes",
                "a = 1 hunter2 ~ 1:7 not valid TOML: nothing more can stand in this line; texts need quotes",
                "a = \"hunter2 ~ 1:13 not valid TOML: the text has no closing quote, or a character that has to be escaped",
                "a = 'hunter2 ~ 1:13 not valid TOML: the text has no closing quote",
                "hunter2 ~ 1:8 not valid TOML: a key needs a '=' and a value",
                "= 'hunter2' ~ 1:1 not valid TOML: a key is expected here; other characters than letters, digits, '_' and '-' need quotes",
                "[hunter2 ~ 1:9 not valid TOML: a ',' or ']' is missing",
                "a = [1, 'hunter2' ~ 2:1 not valid TOML: a ',' or ']' is missing",
                "a = {x = 'hunter2' ~ 2:1 not valid TOML: a ',' or '}' is missing",
                "a = \"\\qhunter2\" ~ 1:6 not valid TOML: an unknown escape; write \\\\ for a backslash, or use single quotes",
                "a = 99999999999999999999 ~ 1:5 not valid TOML: an integer does not fit 64 bits; write it in quotes",
                "a = 1e999 ~ 1:5 not valid TOML: a number is too large for a double; write it in quotes"
            })
    @DisplayName("what is refused is told in one line, with its place, without the text")
    void malformedTextIsRefused(String toml, String message) {
        SourceException refusal = Parsing.refusal("toml", toml.replace('%', '\n') + "\n");
        assertThat(refusal.getMessage()).isEqualTo("app:" + message).doesNotContain("hunter2");
    }

    @Test
    void allThatIsMalformedIsToldAtOnceUpToANumber() {
        assertThat(Parsing.refusal("toml", "a = x\nb = 1\nc =\n").problems())
                .extracting(problem -> problem.origin().line())
                .containsExactly(1, 3);
        assertThat(Parsing.refusal("toml", "]\n".repeat(1000)).problems())
                .hasSize(21)
                .last()
                .hasToString("980 more problems in app");
    }

    @Test
    void whereTheLibraryFailsTheLineIsTold() {
        String failing = "a = [{b = 1, # hunter2\rx\n";
        assertThat(Parsing.refusal("toml", failing))
                .hasMessage("app:1:1 not valid TOML in this line; a bracket, a brace or a quote is missing");
        assertThat(Parsing.refusal("toml", "x.y = 1\n# c\n[t]\n" + failing + "c = 2\n".repeat(10)))
                .hasMessageStartingWith("app:4:1 not valid TOML in this line");
    }

    @Test
    void aFileIsShorterThanInOtherFormats() {
        assertThat(Parsing.refusal("toml", "a = 1\n" + "#".repeat(TomlFormat.LONGEST.most())))
                .hasMessage("app:1:1 more than " + TomlFormat.LONGEST
                        + "; TOML takes much memory; split the file, or write it in YAML");
    }
}
