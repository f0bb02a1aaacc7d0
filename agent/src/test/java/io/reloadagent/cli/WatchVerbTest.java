package io.reloadagent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The verb")
class WatchVerbTest extends VerbFixture {

    private static final String EVENTS = """
            retry: 3000

            event: reload.started
            data: {"type":"reload.started","time":"2026-11-22T12:00:00Z","data":{"reloadID":"5199a02e-1","trigger":"file"}}

            data: {"type":"reload.failed","time":"2026-11-22T12:00:01Z","data":{"reloadID":"5199a02e-1","error":"\\u001b[2Jlots"}}

            """;

    @Test
    @DisplayName("watch tells each event, and exits with 3 when the agent tells no more")
    void watch() {
        server.answering("/admin/events", 200, EVENTS, "Content-Type: text/event-stream");
        assertThat(run("watch")).isEqualTo(3);
        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "2026-11-22T12:00:00Z  5199a02e  reload.started  trigger=file",
                        "2026-11-22T12:00:01Z  5199a02e  reload.failed  error=\\u001b[2Jlots");
        assertThat(err.toString(UTF_8)).contains("watching " + server.url(), "tells no more");
        out.reset();
        assertThat(run("watch", "--json")).isEqualTo(3);
        assertThat(out.toString(UTF_8).lines()).hasSize(2).allMatch(line -> line.startsWith("{\"type\""));
    }

    @Test
    @DisplayName("watch ends when nobody reads it any more")
    void unread() {
        server.answering("/admin/events", 200, EVENTS, "Content-Type: text/event-stream");
        PrintStream closedPipe = new PrintStream(new OutputStream() {
            @Override
            public void write(int next) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        assertThat(ReloadAgentCommand.run(
                        closedPipe,
                        new PrintStream(err, true, UTF_8),
                        "watch",
                        "--url",
                        server.url(),
                        "--token-file",
                        token.toString()))
                .isZero();
    }

    @Test
    @DisplayName("watch says why it is not told of events")
    void crowded() {
        server.answering("/admin/events", 503, "{\"status\":503,\"detail\":\"8 clients already\"}");
        assertThat(run("watch")).isEqualTo(1);
        assertThat(err.toString(UTF_8).lines()).containsExactly("refused (503): 8 clients already");
    }
}
