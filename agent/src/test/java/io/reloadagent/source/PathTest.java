package io.reloadagent.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.source.format.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "maxConns, max_conns",
        "max-conns, max_conns",
        "max_conns, max_conns",
        "MAX_CONNS, max_conns",
        "MaxConns, max_conns",
        "'max conns', max_conns",
        "HTTPServer, http_server",
        "maxHTTPConns, max_http_conns",
        "http2Port, http2_port",
        "HTTP2PORT, http2port",
        "SHA256Sum, sha256_sum",
        "userID, user_id",
        "x, x",
        "-_, -_",
        "_leading__twice_, leading_twice",
        "GRÖSSE, grösse",
        "'a/b', a/b"
    })
    void wordsHaveOneCanonicalForm(String name, String canonical) {
        assertThat(Path.canonicalWord(name)).isEqualTo(canonical);
        assertThat(Path.canonicalWord(canonical)).isEqualTo(canonical);
    }

    @Test
    void pathsAreEqualHoweverTheyAreWritten() {
        assertThat(Path.of("dataBase.MAX-CONNS"))
                .isEqualTo(Path.of("data_base.maxConns"))
                .hasToString("data_base.max_conns");
        assertThat(Path.of("a").child("b.cD")).isEqualTo(Path.of("a.b.c_d"));
        assertThat(Path.of("")).hasToString("");
    }

    @ParameterizedTest(name = "{0} is no path")
    @ValueSource(strings = {".", "a.", ".a", "a..b"})
    void aMissingNameIsRefused(String dotted) {
        assertThatThrownBy(() -> Path.of(dotted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(dotted);
    }

    @Test
    void aPathStartsWithThoseAboveIt() {
        assertThat(Path.of("a.b").startsWith(Path.of("a"))).isTrue();
        assertThat(Path.of("a.b").startsWith(Path.of("a.b"))).isTrue();
        assertThat(Path.of("a.b").startsWith(Path.of(""))).isTrue();
        assertThat(Path.of("ab").startsWith(Path.of("a"))).isFalse();
        assertThat(Path.of("a").startsWith(Path.of("a.b"))).isFalse();
    }

    @ParameterizedTest(name = "in {0}")
    @ValueSource(
            strings = {
                "server: {httpPort: 1}",
                "server.http-port: 1",
                "SERVER: {http_port: 1}",
                "server.x: 2\nserver: {y: 3}\nServer: {HTTP_PORT: 1}"
            })
    void aNodeIsFoundWhetherKeysAreNestedOrHoldDots(String yaml) throws SourceException {
        assertThat(((Leaf) Path.of("server.httpPort").find(root(yaml))).value()).isEqualTo(1);
        assertThat(Path.of("server.none").find(root(yaml))).isNull();
        assertThatThrownBy(() -> Path.of("server.httpPort.more").find(root(yaml)))
                .hasMessageContaining("server.http_port: expected a mapping, fields follow server.http_port.more");
    }

    @Test
    void keysWithDotsAreFoundAsOneMapping() throws SourceException {
        Node found = Path.of("server").find(root("server.port: 1\nserver:\n  host: h\nserver.pool.size: 3\n"));
        assertThat(found).isEqualTo(root("port: 1\nhost: h\npool.size: 3"));
    }

    @Test
    void theEmptyPathIsTheWholeDocument() throws SourceException {
        Branch root = root("a: 1");
        assertThat(Path.of("").find(root)).isSameAs(root);
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "maxConns: 1%max-conns: 2 | max_conns | 'maxConns' at app.yaml:1:1 and as 'max-conns' at app.yaml:2:1",
                "a.b: 1%a: {b: 2} | a.b | 'a.b' at app.yaml:1:1 and as 'b' at app.yaml:2:5",
                "a: 1%a.b: 2 | a | 'a' at app.yaml:1:1 and as 'a.b' at app.yaml:2:1",
                "a: {x: 1}%A: {x: 2} | a | 'a' at app.yaml:1:1 and as 'A' at app.yaml:2:1"
            })
    void twoKeysOfOnePathAreRefusedWithBothPlaces(String yaml, String path, String places) throws SourceException {
        Branch root = root(yaml.replace('%', '\n'));
        assertThatThrownBy(() -> Path.of(path).find(root))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(path + ": is given twice, as " + places + "; keep one");
    }

    private static Branch root(String yaml) throws SourceException {
        return Yaml.parse(yaml).root();
    }
}
