package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admitted client may send: one path, one method, one parameter, one kind of body. */
class HttpProtocolTest extends HttpFixture {

    @AfterEach
    void nothingWasReloaded() {
        assertThat(reloads.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    @DisplayName("what changes state is a POST only")
    void otherMethods(String method) throws IOException {
        assertThat(send(request(method + " /admin/reload")))
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: POST\r\n")
                .contains("\"status\":405");
    }

    @Test
    @DisplayName("the answer to HEAD has no body")
    void head() throws IOException {
        assertThat(send(request("HEAD /admin/reload")))
                .startsWith("HTTP/1.1 405 ")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/",
                "/admin/statuses",
                "/admin/reload/",
                "/admin/reload/x",
                "/admin//reload",
                "//admin/reload",
                "/admin/./reload",
                "/admin/x/../reload",
                "/admin/%72eload",
                "/admin/reload;x=1",
                "/admin/reload%00",
                "/ADMIN/RELOAD",
                "/admin%2freload",
                "/admin/reload#x",
                "/admin\\reload"
            })
    @DisplayName("only the exact path is an endpoint")
    void otherPaths(String path) throws IOException {
        assertThat(send(request("POST " + path))).startsWith("HTTP/1.1 404 ").contains("\"status\":404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source=/etc/passwd",
                "class=x",
                "reason=a&x=1",
                "reason=a&reason=b",
                "Reason=a",
                "x",
                "=y",
                "reason=%",
                "reason=%zz",
                "reason=%ff",
                "reason=%c0%af",
                "reason=\u00e9",
                "reason=a%2",
                "%72eason=x&reason=y"
            })
    @DisplayName("unknown, repeated and malformed parameters are refused, in the body and in the query")
    void parameters(String parameters) throws IOException {
        assertThat(send(form(parameters))).startsWith("HTTP/1.1 400 ").contains("\"status\":400");
        assertThat(status(request("POST /admin/reload?" + parameters))).isEqualTo(400);
    }

    @Test
    @DisplayName("the name of an unknown parameter is repeated only if it cannot be a token")
    void unknownName() throws IOException {
        assertThat(send(form("sektion=x")))
                .contains("there is no parameter 'sektion' here; known: section, dryRun, reason");
        assertThat(send(form(token))).contains("there is no parameter here; known: section, dryRun, reason");
    }

    @Test
    @DisplayName("one parameter in both query and body is repeated")
    void queryAndBody() throws IOException {
        assertThat(status(form("reason=a").replace("/admin/reload ", "/admin/reload?reason=b ")))
                .isEqualTo(400);
    }

    @Test
    @DisplayName("a body longer than 8 KiB is refused with 413, whether it is sent or not")
    void bodyLimit() throws IOException {
        assertThat(status(form("reason=" + "x".repeat(8192)))).isEqualTo(413);
        assertThat(status(request("POST /admin/reload", "Content-Length: 999999999")))
                .isEqualTo(413);
        assertThat(send(form("reason=" + "x".repeat(40_000))))
                .startsWith("HTTP/1.1 413 ")
                .endsWith("}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "1,1", "0x1", "1 1", "", "99999999999999999999", "\u0661"})
    @DisplayName("a Content-Length that is not a number is refused")
    void length(String length) throws IOException {
        assertThat(status(request("POST /admin/reload", "Content-Length: " + length)))
                .isEqualTo(400);
    }

    @Test
    @DisplayName("request smuggling: two lengths, or a length and a transfer encoding, are refused")
    void smuggling() throws IOException {
        assertThat(status(request("POST /admin/reload", "Content-Length: 0", "Content-Length: 0")))
                .isEqualTo(400);
        assertThat(status(request("POST /admin/reload", "Content-Length: 0", "Transfer-Encoding: chunked")))
                .isEqualTo(411);
        assertThat(status(request("POST /admin/reload", "Transfer-Encoding: chunked") + "0\r\n\r\n"))
                .isEqualTo(411);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "multipart/form-data",
                "application/x-www-form-urlencoded; charset=utf-16"
            })
    @DisplayName("another type of body is refused with 415, even if it is empty")
    void contentType(String type) throws IOException {
        assertThat(status(request("POST /admin/reload", "Content-Type: " + type)))
                .isEqualTo(415);
        assertThat(status(request("POST /admin/reload", "Content-Type: " + type, "Content-Length: 2") + "{}"))
                .isEqualTo(415);
    }

    @Test
    @DisplayName("a body without a type is refused with 415")
    void noContentType() throws IOException {
        assertThat(status(request("POST /admin/reload", "Content-Length: 8") + "reason=x"))
                .isEqualTo(415);
    }

    @Test
    @DisplayName("a head longer than 8 KiB is refused with 431, in one header, in many, or in the request line")
    void headLimit() throws IOException {
        assertThat(status(request("POST /admin/reload", "X: " + "x".repeat(9_000))))
                .isEqualTo(431);
        assertThat(status(request("POST /admin/reload", "X: y\r\n".repeat(2_000) + "Y: z")))
                .isEqualTo(431);
        assertThat(status(request("POST /" + "x".repeat(30_000)))).isEqualTo(431);
    }

    @Test
    @DisplayName("a malformed head is refused with 400")
    void malformed() throws IOException {
        for (String request : new String[] {
            "\r\n\r\n",
            "POST /admin/reload\r\n\r\n",
            "POST  /admin/reload HTTP/1.1\r\n\r\n",
            "POST /admin/reload HTTP/2.0\r\n\r\n",
            "post /admin/reload HTTP/1.1\r\n\r\n",
            "POST admin/reload HTTP/1.1\r\n\r\n",
            "POST /admin/reload HTTP/1.1\n\n",
            "POST /admin/\u0000reload HTTP/1.1\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
            bare("POST /admin/reload", host(), " folded: x"),
            bare("POST /admin/reload", host(), "Name : x"),
            bare("POST /admin/reload", host(), "no colon"),
            bare("POST /admin/reload", host(), ": x"),
            bare("POST /admin/reload", host(), "X: a\rb"),
            bare("POST /admin/reload", host(), "X: a\u0000b"),
        }) {
            assertThat(status(request)).as(request).isEqualTo(400);
        }
    }

    @Test
    @DisplayName("an expectation other than 100-continue is refused")
    void expectation() throws IOException {
        assertThat(status(request(
                        "POST /admin/reload",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: 8",
                        "Expect: miracles")))
                .isEqualTo(417);
    }
}
