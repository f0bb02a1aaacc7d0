package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reloadagent.reload.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What strangers can use up. */
class HttpResourcesTest extends HttpFixture {

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void closeSockets() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    @DisplayName(
            "a client that sends nothing, or byte by byte, or only half of its body, is cut off; others are served")
    void slowClients() throws IOException {
        Socket silent = connect();
        Socket half = connect();
        half.getOutputStream().write(form("reason=xyz").substring(0, 190).getBytes(UTF_8));
        Socket dribbling = connect();
        long begin = System.nanoTime();

        assertThat(status(form(""))).isEqualTo(200);
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    try {
                        dribbling.getOutputStream().write('P');
                        return false;
                    } catch (SocketException cutOff) {
                        return true;
                    }
                });

        assertThat(isCutOff(silent)).isTrue();
        assertThat(isCutOff(half)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));
        assertThat(status(form(""))).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "when there are as many connections as there may be, strangers make room for who comes, who is served at once")
    void connectionLimit() throws IOException {
        int limit = HttpListener.CONNECTIONS;
        for (int i = 0; i < 2 * limit; i++) {
            connect();
        }
        long begin = System.nanoTime();

        assertThat(status(form(""))).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(HttpListener.LIMIT.minusSeconds(1));
        assertThat(openSockets()).isLessThanOrEqualTo(limit);
        assertThat(threadsOfTheTrigger()).hasSizeLessThan(limit + 40);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(openSockets()).isZero());
        assertThat(status(form(""))).isEqualTo(200);
    }

    @Test
    @DisplayName("a client that is being served keeps its place, whoever comes")
    void servedClientsStay() throws IOException {
        reloads.next = new CompletableFuture<>();
        Socket waiting = connect();
        waiting.getOutputStream().write(form("").getBytes(UTF_8));
        await().until(() -> !reloads.requests.isEmpty());
        for (int i = 0; i < 2 * HttpListener.CONNECTIONS; i++) {
            connect();
        }

        reloads.next.complete(Reloads.result(Outcome.APPLIED));

        waiting.setSoTimeout(30_000);
        assertThat(new String(waiting.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 200 ");
    }

    private long openSockets() throws IOException {
        long open = 0;
        for (Socket socket : sockets) {
            open += isCutOff(socket) ? 0 : 1;
        }
        return open;
    }

    @Test
    @DisplayName("all threads are daemons with the agent's name, and they end with it")
    void threads() throws IOException {
        status(form(""));
        connect();

        assertThat(threadsOfTheTrigger()).isNotEmpty().allMatch(Thread::isDaemon);
        trigger.close();
        await().untilAsserted(() -> assertThat(threadsOfTheTrigger()).isEmpty());
    }

    @Test
    @DisplayName("closing cuts connected clients off, also one that waits for a reload")
    void close() throws IOException {
        reloads.next = new CompletableFuture<>();
        Socket idle = connect();
        Socket waiting = connect();
        waiting.getOutputStream().write(form("").getBytes(UTF_8));
        await().until(() -> !reloads.requests.isEmpty());

        trigger.close();

        await().untilAsserted(() -> assertThat(isCutOff(idle)).isTrue());
        await().untilAsserted(() -> assertThat(threadsOfTheTrigger()).isEmpty());
        assertThat(reloads.next).isNotDone();
    }

    @Test
    @DisplayName("the port is free again after closing")
    void portIsFree() throws IOException {
        status(form(""));
        trigger.close();
        HttpTrigger second = new HttpTrigger(
                "127.0.0.1:" + port,
                new TokenFile(directory.resolve("private/token")),
                reloads,
                Duration.ZERO,
                captured.log());
        try {
            second.start();
            assertThat(second.port()).isEqualTo(port);
        } finally {
            second.close();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        return socket;
    }

    private static boolean isCutOff(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static List<Thread> threadsOfTheTrigger() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("reload-agent-http-"))
                .toList();
    }
}
