package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.reload.Outcome;
import io.reloadagent.reload.Request;
import io.reloadagent.reload.Scope;
import io.reloadagent.source.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("By HTTP")
class HttpOperationsTest extends HttpFixture {

    @Test
    @DisplayName("sections are reloaded, or looked at in a dry run")
    void sections() throws Exception {
        assertThat(status(form("section=database.pool,cache&reason=half"))).isEqualTo(200);
        assertThat(status(form("dryRun=true"))).isEqualTo(200);
        assertThat(status(form("dryRun=false"))).isEqualTo(200);
        assertThat(reloads.requests)
                .extracting(Request::scope)
                .containsExactly(
                        Scope.of(List.of(Path.of("cache"), Path.of("database.pool"))),
                        Scope.EVERYTHING.asDryRun(),
                        Scope.EVERYTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun=yes", "section=", "section=,", "section=a..b"})
    @DisplayName("what cannot be understood is refused, and nothing is reloaded")
    void misunderstood(String parameters) throws Exception {
        assertThat(status(form(parameters))).isEqualTo(400);
        assertThat(reloads.requests).isEmpty();
    }

    @Test
    @DisplayName("what is backing off is 429 with the seconds to wait; what does not exist is 400 with what there is")
    void waitOrMend() throws Exception {
        Map<String, Object> result = new LinkedHashMap<>(Reloads.result(Outcome.BACKING_OFF));
        result.put("retryAfterSeconds", 4L);
        reloads.next = CompletableFuture.completedFuture(result);
        assertThat(send(form(""))).startsWith("HTTP/1.1 429 ").contains("\r\nRetry-After: 4\r\n", "BACKING_OFF");

        reloads.next = Reloads.ending(Outcome.INVALID);
        assertThat(send(form("section=nothing"))).startsWith("HTTP/1.1 400 ").contains("the outcome in a sentence");
    }

    @Test
    @DisplayName("a roll back names a version")
    void rollBack() throws Exception {
        assertThat(status(request("POST /admin/rollback?version=3&reason=worse", "Content-Length: 0")))
                .isEqualTo(200);
        assertThat(reloads.requests).extracting(Request::scope).containsExactly(Scope.backTo(3));
        assertThat(reloads.requests).extracting(Request::reason).containsExactly("worse");
        for (String wrong : List.of("", "?version=", "?version=0", "?version=-1", "?version=x")) {
            assertThat(send(request("POST /admin/rollback" + wrong, "Content-Length: 0")))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("say which version");
        }
        assertThat(status(request("GET /admin/rollback?version=3"))).isEqualTo(405);
    }

    @Test
    @DisplayName("the breaker is reset, with a reason for the log")
    void breaker() throws Exception {
        assertThat(send(request("POST /admin/breaker/reset?reason=mended", "Content-Length: 0")))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"state\":\"READY\"");
        assertThat(reloads.calls)
                .singleElement()
                .asString()
                .startsWith("close breaker by 127.0.0.1")
                .endsWith(", mended");
        assertThat(status(request("GET /admin/breaker/reset"))).isEqualTo(405);
        assertThat(status(request("POST /admin/breaker/reset?reason=" + "x".repeat(201), "Content-Length: 0")))
                .isEqualTo(400);
    }

    @Test
    @DisplayName("two versions are compared; one that is not kept is 400 with what there is")
    void difference() throws Exception {
        assertThat(send(request("GET /admin/history/diff?from=3&to=7")))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"from\":3,\"to\":7", "\"path\":\"database.max_conns\"");
        assertThat(send(request("GET /admin/history/diff?from=1&to=7")))
                .startsWith("HTTP/1.1 400 ")
                .contains("there are versions 2 to 7");
        for (String wrong : List.of("", "?from=1", "?from=x&to=2", "?from=0&to=2")) {
            assertThat(send(request("GET /admin/history/diff" + wrong)))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("say which versions");
        }
        assertThat(status(request("POST /admin/history/diff?from=3&to=7", "Content-Length: 0")))
                .isEqualTo(405);
    }

    @Test
    @DisplayName("the history is shown, and the state with what is pending")
    void shown() throws Exception {
        assertThat(send(request("GET /admin/history"))).contains("{\"history\":[{\"version\":7}]}");
        assertThat(status(request("POST /admin/history", "Content-Length: 0"))).isEqualTo(405);
        reloads.state = States.after(Reloads.result(Outcome.REFUSED));
        assertThat(send(request("GET /admin/status")))
                .contains("\"state\":\"BACKING_OFF\"", "\"backingOffSeconds\":2", "\"drift\":[\"acme.size\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /admin/rollback?version=1",
                "POST /admin/breaker/reset",
                "GET /admin/history",
                "GET /admin/history/diff?from=3&to=7",
                "POST /admin/reload?dryRun=true"
            })
    @DisplayName("nothing is done or shown without the token")
    void token(String line) throws Exception {
        assertThat(status(bare(line, host()))).isEqualTo(401);
        assertThat(reloads.requests).isEmpty();
        assertThat(reloads.calls).isEmpty();
    }
}
