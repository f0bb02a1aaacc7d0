package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.reloadagent.reload.Outcome;
import io.reloadagent.reload.Trigger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpReloadTest extends HttpFixture {

    @ParameterizedTest
    @CsvSource({"APPLIED, 200", "UNCHANGED, 200", "REFUSED, 409", "ROLLED_BACK, 409", "DEGRADED, 409"})
    @DisplayName("the status tells whether the source is in force, the body is the result")
    void outcome(Outcome outcome, int status) throws Exception {
        reloads.next = Reloads.ending(outcome);

        HttpResponse<String> response = post("/admin/reload", "");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue(status == 200 ? "application/json" : "application/problem+json");
        JsonNode result = new ObjectMapper().readTree(response.body());
        assertThat(result.get("outcome").textValue()).isEqualTo(outcome.name());
        assertThat(result.get("version").longValue()).isEqualTo(7);
        assertThat(result.get("changes").get(0).get("newValue").intValue()).isEqualTo(20);
        assertThat(result.get("failedModule").isNull()).isTrue();
    }

    @Test
    @DisplayName("the reload knows its trigger, where it was asked for, and why; so does the log")
    void audit() throws Exception {
        post("/admin/reload", "reason=more%20connections+%C3%A9%0aforged");
        post("/admin/reload?reason=query", "");
        post("/admin/reload", "");

        assertThat(reloads.requests).extracting("trigger").containsOnly(Trigger.HTTP);
        assertThat(reloads.requests)
                .extracting("reason")
                .containsExactly("more connections \u00e9\nforged", "query", null);
        assertThat(reloads.requests)
                .extracting("actor")
                .allMatch(actor -> ((String) actor).matches("127\\.0\\.0\\.1:\\d+"));
        assertThat(captured.lines())
                .anyMatch(line -> line.matches(".* INFO Reload requested by http from 127\\.0\\.0\\.1:\\d+,"
                        + " reason: more connections \u00e9\\\\nforged"));
    }

    @Test
    @DisplayName("a reason has at most 200 characters")
    void reasonLimit() throws Exception {
        assertThat(status(form("reason=" + "x".repeat(200)))).isEqualTo(200);
        assertThat(send(form("reason=" + "x".repeat(201))))
                .startsWith("HTTP/1.1 400 ")
                .contains("200 characters");
        assertThat(reloads.requests).hasSize(1);
    }

    @Test
    @DisplayName("a reload that does not end in time is answered with 503 and goes on")
    void stillRunning() throws Exception {
        CompletableFuture<Map<String, Object>> running = new CompletableFuture<>();
        reloads.next = running;

        assertThat(send(form(""))).startsWith("HTTP/1.1 503 ").contains("still running");
        assertThat(running).isNotDone();
    }

    @Test
    @DisplayName("a reload that takes longer than a request may take to arrive is still answered")
    void slowReload() throws Exception {
        trigger.close();
        Duration longer = HttpListener.LIMIT.plusMillis(500);
        trigger = new HttpTrigger(
                "127.0.0.1:0", new TokenFile(directory.resolve("private/token")), reloads, longer, captured.log());
        trigger.start();
        port = trigger.port();
        reloads.next = CompletableFuture.supplyAsync(
                () -> Reloads.result(Outcome.APPLIED),
                CompletableFuture.delayedExecutor(longer.toMillis(), TimeUnit.MILLISECONDS));

        assertThat(status(form("reason=slow"))).isEqualTo(200);
    }

    @Test
    @DisplayName("a failure of the agent itself is 500, its cause stands in the log only")
    void failure() throws Exception {
        reloads.next = CompletableFuture.failedFuture(new IllegalStateException("internals"));

        assertThat(send(form(""))).startsWith("HTTP/1.1 500 ").doesNotContain("internals");
        assertThat(captured.lines()).anyMatch(line -> line.contains(" ERROR ") && line.contains("internals"));
    }

    @Test
    @DisplayName("a client that waits for 100 Continue is told to go on")
    void expectContinue() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = request(
                    "POST /admin/reload",
                    "Content-Type: application/x-www-form-urlencoded; charset=UTF-8",
                    "Expect: 100-continue",
                    "Content-Length: 8");
            socket.getOutputStream().write(head.getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readNBytes(25), UTF_8))
                    .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            socket.getOutputStream().write("reason=x".getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    @DisplayName("it can be stopped and started again, with the same token")
    void restart() throws IOException {
        trigger.close();
        trigger.close();
        assertThat(trigger.port()).isEqualTo(-1);
        trigger.start();
        trigger.start();
        port = trigger.port();

        assertThat(status(form(""))).isEqualTo(200);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
