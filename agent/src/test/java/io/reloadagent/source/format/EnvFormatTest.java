package io.reloadagent.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.source.Branch;
import io.reloadagent.source.SourceException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvFormatTest {

    @Test
    void everyLeafKnowsItsPlace() throws SourceException {
        Branch root = Parsing.parse("env", """
                # comment
                A=1
                  export  B='two
                lines' # and a comment

                C_D.e-f="\uD83D\uDE00 \\"x\\" \\
                y"
                EMPTY=
                """);
        assertThat(Parsing.leaves(root))
                .containsExactly(
                        "/A=String:1@2:3",
                        "/B=String:two\nlines@3:13",
                        "/C_D.e-f=String:\uD83D\uDE00 \"x\" y@6:9",
                        "/EMPTY=String:@8:7");
        assertThat(root.keyOrigin("B")).hasToString("app:3:11");
    }

    @ParameterizedTest(name = "K={0} is {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain~plain",
                " a b \t~a b",
                "a#b~a#b",
                "#b~#b",
                "a # b~a",
                " # b~",
                "$HOME/x~$HOME/x",
                "C:\\dir~C:\\dir",
                "a'b\"c~a'b\"c",
                "a=b~a=b",
                "'a # \\n \"b\"'~a # \\n \"b\"",
                "\"a # 'b'\"~a # 'b'",
                "\"\\t\\\\\\\"\\$\\`\"~\t\\\"$`",
                "\"\\x\\'\"~\\x\\'",
                "''~",
                "\"\"~",
                "'a' # c~a"
            })
    void values(String text, String value) throws SourceException {
        for (String end : new String[] {"", "\n", "\r\n", "\nL=1"}) {
            assertThat(Parsing.leaf(Parsing.parse("env", "K=" + text + end), "K")
                            .text())
                    .isEqualTo(value == null ? "" : value);
        }
    }

    @Test
    void doubleQuotesHaveEscapesForLineBreaks() throws SourceException {
        assertThat(Parsing.leaf(Parsing.parse("env", "K=\"a\\nb\\rc\""), "K").text())
                .isEqualTo("a\nb\rc");
    }

    @Test
    void linesEndInEveryWayAlsoWithinQuotes() throws SourceException {
        assertThat(Parsing.leaves(Parsing.parse("env", "A=1\r\n\rB='x\r\ny'\r\nC=\"x\\\r\ny\rz\"\r\n")))
                .containsExactly("/A=String:1@1:3", "/B=String:x\ny@3:3", "/C=String:xy\nz@5:3");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "A=1%A=hunter2 ~ 2:1 this key stands here and at app:1:1; keep one",
                "hunter2 ~ 1:8 a '=' must follow the name at once",
                "A =hunter2 ~ 1:2 a '=' must follow the name at once",
                "export A ~ 1:9 a '=' must follow the name at once",
                "1A=hunter2 ~ 1:1 a line is KEY=value: a name of letters, digits, '_', '.' and '-' is expected here; a comment begins with '#'",
                "; hunter2 ~ 1:1 a line is KEY=value: a name of letters, digits, '_', '.' and '-' is expected here; a comment begins with '#'",
                "A='hunter2%B=2 ~ 1:3 the quote that opens here is never closed",
                "A=\"hunter2\\\" ~ 1:3 the quote that opens here is never closed",
                "A='x'hunter2 ~ 1:6 nothing but a comment can follow the closing quote",
                "A='x'#hunter2 ~ 1:6 nothing but a comment can follow the closing quote",
                "A=hunter2\\%B=1 ~ 1:3 a backslash at the end of a line is understood differently everywhere; put the value in quotes"
            })
    @DisplayName("what is refused is told in one line, with its place, without the text")
    void malformedTextIsRefused(String env, String message) {
        SourceException refusal = Parsing.refusal("env", env.replace('%', '\n'));
        assertThat(refusal.getMessage()).isEqualTo("app:" + message).doesNotContain("hunter2");
    }
}
