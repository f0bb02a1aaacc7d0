package io.reloadagent.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.bind.SecretPaths;
import io.reloadagent.report.Json;
import io.reloadagent.source.Content;
import io.reloadagent.source.Document;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Withheld;
import io.reloadagent.source.format.Formats;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What differs between two versions")
class DifferenceTest {

    private static final SecretPaths SECRET = new SecretPaths(List.of("**.password"));

    @Test
    @DisplayName("shows numbers, truth values and lists as what they are")
    void types() throws SourceException {
        assertThat(between("n: 5\nt: true\nl: [1, a]\ns: x\n", "n: 6\nt: false\nl: [1, b, 2.5]\ns: '7'\nm: {}\n"))
                .isEqualTo("[{\"path\":\"l\",\"from\":[1,\"a\"],\"to\":[1,\"b\",2.5]},"
                        + "{\"path\":\"m\",\"from\":null,\"to\":{}},"
                        + "{\"path\":\"n\",\"from\":5,\"to\":6},"
                        + "{\"path\":\"s\",\"from\":\"x\",\"to\":\"7\"},"
                        + "{\"path\":\"t\",\"from\":true,\"to\":false}]");
    }

    @Test
    @DisplayName("shows as a text what JSON would write in another way")
    void texts() throws SourceException {
        assertThat(between("v: 1.1\n", "v: 1.10\n")).isEqualTo("[{\"path\":\"v\",\"from\":1.1,\"to\":\"1.10\"}]");
    }

    @Test
    @DisplayName("shows no secret: not in a list, and not where it is repeated")
    void secrets() throws SourceException {
        assertThat(between(
                        "db: {password: canary}\nurl: x\nusers: []\n",
                        "db: {password: canary2}\nurl: 'p=canary2'\nusers: [{name: a, password: [b]}, canary]\n"))
                .isEqualTo("[{\"path\":\"db.password\",\"from\":\"***\",\"to\":\"***\"},"
                        + "{\"path\":\"url\",\"from\":\"x\",\"to\":\"p=***\"},"
                        + "{\"path\":\"users\",\"from\":[],\"to\":[{\"name\":\"a\",\"password\":\"***\"},\"***\"]}]");
    }

    @Test
    @DisplayName("leaves out secrets that neither version has written down")
    void withheld() throws SourceException {
        Document from = Withheld.in(document("password: one\n"), SECRET);
        Document to = Withheld.in(document("a: 1\npassword: two\n"), SECRET);
        assertThat(Json.write(new Difference(SECRET).between(from, to)))
                .isEqualTo("[{\"path\":\"a\",\"from\":null,\"to\":1}]");
    }

    private static String between(String from, String to) throws SourceException {
        return Json.write(new Difference(SECRET).between(document(from), document(to)));
    }

    private static Document document(String yaml) throws SourceException {
        return new Content("app.yaml", Formats.YAML, yaml.getBytes(StandardCharsets.UTF_8), null).parse();
    }
}
