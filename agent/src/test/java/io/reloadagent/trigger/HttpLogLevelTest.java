package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("POST /admin/log-level")
class HttpLogLevelTest extends HttpFixture {

    @Test
    @DisplayName("changes the level of the log, and tells which it was")
    void changed() throws IOException {
        assertThat(send(request("POST /admin/log-level?level=debug&reason=ticket-4711")))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("{\"before\":\"info\",\"level\":\"debug\"}");
        assertThat(reloads.calls)
                .singleElement()
                .asString()
                .matches("log DEBUG by http 127\\.0\\.0\\.1:\\d+, ticket-4711");
    }

    @Test
    @DisplayName("refuses what is no level, and changes nothing")
    void refused() throws IOException {
        assertThat(status(request("POST /admin/log-level"))).isEqualTo(400);
        assertThat(status(request("POST /admin/log-level?level=loud"))).isEqualTo(400);
        assertThat(status(request("POST /admin/log-level?level=debug&reason=" + "x".repeat(201))))
                .isEqualTo(400);
        assertThat(status(request("GET /admin/log-level?level=debug"))).isEqualTo(405);
        assertThat(status(bare("POST /admin/log-level?level=debug", host()))).isEqualTo(401);
        assertThat(reloads.calls).isEmpty();
    }

    @Test
    @DisplayName("what does not show who may ask is kept for the audit, one by one until there are too many")
    void refusedAccess() throws IOException {
        for (int i = 0; i < RefusalLimit.ALLOWED + 5; i++) {
            send(bare("POST /admin/log-level?level=debug", host()));
        }

        assertThat(reloads.refused).hasSize(RefusalLimit.ALLOWED).endsWith("401 last");
        assertThat(reloads.refused.get(0)).startsWith("401 the bearer token is missing");
    }
}
