package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HttpStatusTest extends HttpFixture {

    @Test
    @DisplayName("GET /admin/status tells the version, how the last reload ended, and each dynamic field")
    void status() throws Exception {
        String answer = send(request("GET /admin/status"));

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        JsonNode status = new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(status.get("version").longValue()).isEqualTo(1);
        assertThat(status.get("lastOutcome").isNull()).isTrue();
        assertThat(status.get("notes")).isEmpty();
        assertThat(status.get("fields").get(0).get("path").textValue()).isEqualTo("acme.size");
        assertThat(status.get("fields").get(0).get("sites").intValue()).isEqualTo(3);
    }

    @Test
    @DisplayName("needs the token, and takes nothing but GET without parameters")
    void refused() throws Exception {
        assertThat(status(bare("GET /admin/status", host()))).isEqualTo(401);
        assertThat(status(request("POST /admin/status", "Content-Length: 0"))).isEqualTo(405);
        assertThat(send(request("GET /admin/status?field=size")))
                .startsWith("HTTP/1.1 400 ")
                .contains("known: none");
        assertThat(send(request("GET /admin")))
                .startsWith("HTTP/1.1 404 ")
                .contains(
                        "/admin/breaker/reset, /admin/config, /admin/events, /admin/health, /admin/history,"
                                + " /admin/history/diff, /admin/log-level, /admin/openapi.json, /admin/reload, /admin/rollback, /admin/status, /metrics");
    }
}
