package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reloadagent.report.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("GET /admin/events")
class HttpEventsTest extends HttpFixture {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final List<Client> clients = new ArrayList<>();

    @AfterEach
    void closeClients() throws IOException {
        for (Client client : clients) {
            client.socket.close();
        }
    }

    @Test
    @DisplayName("tells each event from now on, with its id, its type and the CloudEvents document")
    void told() throws IOException {
        Client client = connect();
        Event event = Event.started("r1", "http");
        reloads.events.publish(event);

        assertThat(client.next("id: ")).isEqualTo(event.globalId());
        assertThat(client.next("event: ")).isEqualTo("com.acme.reload.started");
        assertThat(client.next("data: "))
                .contains("\"specversion\":\"1.0\"", "\"type\":\"com.acme.reload.started\"", "\"reloadID\":\"r1\"");
    }

    @Test
    @DisplayName(
            "goes on behind the event that the client has seen last, and with all that are kept behind an unknown one")
    void resumed() throws IOException {
        Client first = connect();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < EventStreams.KEPT + 10; i++) {
            Event event = Event.validated("r" + i, i);
            ids.add(event.globalId());
            reloads.events.publish(event);
            assertThat(first.next("id: ")).isEqualTo(event.globalId());
        }

        Client second = connect("Last-Event-ID: " + ids.get(ids.size() - 3));
        assertThat(second.next("id: ")).isEqualTo(ids.get(ids.size() - 2));
        assertThat(second.next("id: ")).isEqualTo(ids.get(ids.size() - 1));
        Client third = connect("Last-Event-ID: of-another-jvm");
        assertThat(third.next("id: ")).isEqualTo(ids.get(10));
    }

    @Test
    @DisplayName("needs the token, is a GET, and takes no parameters")
    void admitted() throws IOException {
        assertThat(status(bare("GET /admin/events", host()))).isEqualTo(401);
        assertThat(status(request("POST /admin/events"))).isEqualTo(405);
        assertThat(status(request("GET /admin/events?token=x"))).isEqualTo(400);
    }

    @Test
    @DisplayName("has room for a few clients, who take nothing from the others: the status is served meanwhile")
    void room() throws IOException {
        for (int i = 0; i < EventStreams.MOST; i++) {
            connect();
        }
        assertThat(send(request("GET /admin/events")))
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 10");
        for (int i = 0; i < 40; i++) {
            assertThat(status(request("GET /admin/status"))).isEqualTo(200);
        }

        clients.get(0).socket.close();
        await().atMost(PATIENCE).untilAsserted(() -> {
            reloads.events.publish(Event.validated("r", 1));
            assertThat(threads()).isLessThan(EventStreams.MOST);
        });
        connect();
    }

    @Test
    @DisplayName(
            "A33 a client that does not read is cut off, what it did not get is counted, and the others get everything")
    void deaf() throws IOException {
        Client deaf = connect();
        Client other = connect();
        String large = "x".repeat(50_000);
        int count = 0;
        while (reloads.events.droppedByName().get("stream") == 0 && count < 2_000) {
            Event event = Event.failed("r" + count, large, null);
            reloads.events.publish(event);
            assertThat(other.next("id: ")).isEqualTo(event.globalId());
            count++;
        }

        assertThat(reloads.events.droppedByName().get("stream")).isPositive();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(threads()).isEqualTo(1));
        assertThat(deaf.socket.isClosed()).isFalse();
    }

    @Test
    @DisplayName("ends for everybody when the trigger is closed")
    void closed() throws IOException {
        Client client = connect();
        trigger.close();

        assertThat(client.atEnd()).isTrue();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(threads()).isZero());
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("reload-agent-events-"))
                .count();
    }

    /** A client that is told of events already. */
    private Client connect(String... headers) throws IOException {
        Client client = new Client(new Socket(InetAddress.getLoopbackAddress(), port));
        clients.add(client);
        client.socket.setSoTimeout(40_000);
        client.socket
                .getOutputStream()
                .write(request("GET /admin/events", headers).getBytes(UTF_8));
        assertThat(client.reader.readLine()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(client.next("Content-Type: ")).isEqualTo("text/event-stream");
        client.next("retry: ");
        return client;
    }

    private static final class Client {

        final Socket socket;
        final BufferedReader reader;

        Client(Socket socket) throws IOException {
            this.socket = socket;
            this.reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        }

        /** The rest of the next line that begins so. */
        String next(String begin) throws IOException {
            String line = reader.readLine();
            while (line != null && !line.startsWith(begin)) {
                line = reader.readLine();
            }
            assertThat(line).as("a line that begins with '%s'", begin).isNotNull();
            return line.substring(begin.length());
        }

        boolean atEnd() {
            try {
                String line = reader.readLine();
                while (line != null) {
                    line = reader.readLine();
                }
                return true;
            } catch (IOException reset) {
                return true;
            }
        }
    }
}
