package io.reloadagent.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertiesFormatTest {

    @Test
    void everyLeafKnowsItsPlace() throws SourceException {
        Branch root = Parsing.parse("properties", """
                # comment \\
                ! another
                a=1
                 b.c : two words\\s
                \td\tx
                e = \\
                   joined\\
                \t, text
                f\\
                  =  \\
                  g
                key\\ with\\=\\:=\\u00e9\\t\\z
                empty=
                bare
                """.replace("\\s", " "));
        assertThat(Parsing.leaves(root))
                .containsExactly(
                        "/a=String:1@3:3",
                        "/b.c=String:two words @4:8",
                        "/d=String:x@5:4",
                        "/e=String:joined, text@7:4",
                        "/f=String:g@11:3",
                        "/key with=:=String:\u00e9\tz@12:15",
                        "/empty=String:@13:7",
                        "/bare=String:@14:5");
        assertThat(root.keyOrigin("b.c")).hasToString("app:4:2");
        assertThat(root.keyOrigin("f")).hasToString("app:9:1");
    }

    @Test
    void linesEndInEveryWay() throws SourceException {
        assertThat(Parsing.leaves(Parsing.parse("properties", "a=1\rb=2\r\nc=3\\\r\n  4\n\r\r\n\nd=5")))
                .containsExactly("/a=String:1@1:3", "/b=String:2@2:3", "/c=String:34@3:3", "/d=String:5@8:3");
    }

    @Test
    void keysWithDotsAreFoundAsPaths() throws SourceException {
        Branch root = Parsing.parse("properties", "pool.maxConns=5\npool.name=x\n");
        assertThat(Path.of("pool.max_conns").find(root)).hasToString("a value at app:1:15");
        assertThat(((Branch) Path.of("pool").find(root)).entries()).containsOnlyKeys("maxConns", "name");
    }

    @Test
    void aValueBesideAMappingIsRefusedWhereSomebodyAsksForIt() throws SourceException {
        Branch root = Parsing.parse("properties", "a=1\na.b=2\n");
        assertThat(Path.of("a.b").find(root)).isNotNull();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Path.of("a").find(root)))
                .hasMessage("app:2:1 a: is given twice, as 'a' at app:1:1 and as 'a.b' at app:2:1; keep one");
    }

    @Test
    void thereAreTwoEncodings() throws SourceException {
        byte[] latin1 = "a=\u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Parsing.leaf(Parsing.parse("properties", "a=\u00e4"), "a").text())
                .isEqualTo("\u00e4");
        assertThat(Parsing.leaf(Parsing.parse("properties-latin1", latin1), "a").text())
                .isEqualTo("\u00e4");
        assertThat(Parsing.refusal("properties", latin1))
                .hasMessage("app:1:3 is not UTF-8 at byte offset 2; save the file as UTF-8,"
                        + " or choose ISO-8859-1 by 'format: properties-latin1'");
        assertThat(Parsing.refusal("properties-latin1", "\uFEFFa=1"))
                .hasMessage(
                        "app:1:1 begins with a UTF-8 byte order mark (byte offset 0); choose 'format: properties', which is UTF-8");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "a=1%b=2%a=hunter2 ~ 3:1 this key stands here and at app:1:1; keep one",
                "a=1%a: hunter2 ~ 2:1 this key stands here and at app:1:1; keep one",
                "a.b=1%a\\u002eb=2 ~ 2:1 this key stands here and at app:1:1; keep one",
                "a=1%b=hunter2\\\\\\u12x4 ~ 2:12 an escape needs four hexadecimal digits, as in \\u00e9; write \\\\ for a backslash",
                "b=C:\\users\\hunter2 ~ 1:5 an escape needs four hexadecimal digits, as in \\u00e9; write \\\\ for a backslash"
            })
    @DisplayName("what is refused is told in one line, with its place, without the text")
    void malformedTextIsRefused(String properties, String message) {
        SourceException refusal = Parsing.refusal("properties", properties.replace('%', '\n') + "\n");
        assertThat(refusal.getMessage()).isEqualTo("app:" + message).doesNotContain("hunter2");
    }
}
