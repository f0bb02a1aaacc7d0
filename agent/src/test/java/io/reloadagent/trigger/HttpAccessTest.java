package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in. */
class HttpAccessTest extends HttpFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /admin/reload",
                "GET /admin/status",
                "GET /console/",
                "OPTIONS /admin/reload",
                "GET /nothing"
            })
    @DisplayName(
            "every request needs the token, whatever it asks for, the files of the console excepted, on loopback too")
    void noToken(String start) throws IOException {
        assertThat(send(bare(start, host())))
                .startsWith("HTTP/1.1 401 Unauthorized\r\n")
                .contains("WWW-Authenticate: Bearer realm=\"reload-agent\"\r\n")
                .contains("Content-Type: application/problem+json\r\n")
                .contains("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
                        + "\"detail\":\"the bearer token is missing");
    }

    @Test
    @DisplayName("a wrong token, another scheme, a token in URL, cookie or User-Agent, two tokens: 401")
    void wrongToken() throws IOException {
        String[][] attempts = {
            {"Authorization: Bearer " + "x".repeat(43)},
            {"Authorization: Bearer " + token.substring(1)},
            {"Authorization: Bearer " + token + "x"},
            {"Authorization: Bearer"},
            {"Authorization: " + token},
            {"Authorization: Basic " + Base64.getEncoder().encodeToString(("x:" + token).getBytes(UTF_8))},
            {bearer(), bearer()},
            {"Cookie: token=" + token, "User-Agent: Nacos-Server", "X-Forwarded-For: 127.0.0.1"},
        };
        for (String[] attempt : attempts) {
            String[] headers = new String[attempt.length + 1];
            headers[0] = host();
            System.arraycopy(attempt, 0, headers, 1, attempt.length);
            assertThat(status(bare("POST /admin/reload", headers)))
                    .as(attempt[0])
                    .isEqualTo(401);
        }
        assertThat(status(bare("POST /admin/reload?access_token=" + token, host())))
                .isEqualTo(401);
        assertThat(reloads.requests).isEmpty();
    }

    @Test
    @DisplayName("refusals are logged, limited to ten a minute, and do not lock the right token out")
    void limit() throws IOException {
        String wrong = bare("POST /admin/reload", host(), "Authorization: Bearer guess");
        for (int i = 0; i < 10; i++) {
            assertThat(status(wrong)).isEqualTo(401);
        }

        assertThat(send(wrong)).startsWith("HTTP/1.1 429 ").containsPattern("Retry-After: \\d\\d?\r\n");
        assertThat(status(bare("GET /nothing", host()))).isEqualTo(429);
        assertThat(status(form(""))).isEqualTo(200);
        assertThat(captured.lines())
                .filteredOn(line -> line.contains("WARN HTTP request from 127.0.0.1 refused with 401"))
                .hasSize(10);
        assertThat(captured.lines())
                .filteredOn(line -> line.contains("not logged for"))
                .hasSize(1);
    }

    @Test
    @DisplayName("DNS rebinding: a Host that is not exactly the agent's address is answered with 421")
    void foreignHost() throws IOException {
        for (String host : new String[] {
            "evil.example",
            "evil.example:" + port,
            "127.0.0.1",
            "localhost",
            "127.0.0.1:1",
            "localhost.:" + port,
            "127.0.0.2:" + port,
            "0.0.0.0:" + port,
            "x@127.0.0.1:" + port,
            ""
        }) {
            String answer = send(bare("POST /admin/reload", "Host: " + host, bearer()));
            assertThat(answer)
                    .as(host)
                    .matches(text -> text.startsWith("HTTP/1.1 421 ") || text.startsWith("HTTP/1.1 429 "));
        }
        assertThat(status(bare("POST /admin/reload", "Host: LocalHost:" + port, bearer())))
                .isEqualTo(200);
        assertThat(reloads.requests).hasSize(1);
    }

    @Test
    @DisplayName("a request without a Host, with two, or with an absolute target is malformed")
    void ambiguousHost() throws IOException {
        assertThat(status(bare("POST /admin/reload", bearer()))).isEqualTo(400);
        assertThat(status(bare("POST /admin/reload", host(), host(), bearer()))).isEqualTo(400);
        assertThat(status(request("POST http://127.0.0.1:" + port + "/admin/reload")))
                .isEqualTo(400);
        assertThat(reloads.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: https://localhost:PORT",
                "Origin: http://localhost",
                "Origin: http://localhost:PORT.evil.example",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: anything"
            })
    @DisplayName("CSRF: a request of a web page of another origin is refused, even with the token")
    void foreignOrigin(String header) throws IOException {
        String answer = send(request("POST /admin/reload", header.replace("PORT", String.valueOf(port))));

        assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContain("Access-Control");
        assertThat(reloads.requests).isEmpty();
    }

    @Test
    @DisplayName("a request of the agent's own origin is let in, and no answer allows other origins")
    void ownOrigin() throws IOException {
        assertThat(send(request(
                        "POST /admin/reload", "Origin: http://127.0.0.1:" + port, "Sec-Fetch-Site: same-origin")))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContain("Access-Control")
                .contains("X-Content-Type-Options: nosniff\r\n")
                .contains("Cache-Control: no-store\r\n");
        assertThat(status(request("POST /admin/reload", "Sec-Fetch-Site: none")))
                .isEqualTo(200);
    }

    @Test
    @DisplayName("a preflight of another origin is refused without CORS headers")
    void preflight() throws IOException {
        assertThat(send(bare(
                        "OPTIONS /admin/reload",
                        host(),
                        "Origin: http://evil.example",
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: authorization")))
                .startsWith("HTTP/1.1 403 ")
                .doesNotContain("Access-Control");
    }

    @Test
    @DisplayName("the token file was made for its owner alone, and the log says where it is, not what is in it")
    void tokenFile() throws IOException {
        assertThat(Files.getPosixFilePermissions(directory.resolve("private/token")))
                .hasSize(2);
        assertThat(captured.text())
                .contains("HTTP listens at 127.0.0.1:" + port + ", token in " + directory.resolve("private/token"));
    }

    @AfterEach
    void nothingWasReloadedByStrangers() {
        assertThat(reloads.requests).extracting("actor").allMatch(actor -> ((String) actor).startsWith("127.0.0.1:"));
    }
}
