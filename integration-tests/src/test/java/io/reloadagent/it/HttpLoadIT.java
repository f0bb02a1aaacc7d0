package io.reloadagent.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

/** Many clients at once, some of them slow. */
@DisplayName("HTTP")
class HttpLoadIT {

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource("reload.watch=false", "http.address=127.0.0.1:0", "http.token-file=token");

    /** 60 for the figures in the documentation. */
    private static final Duration LOAD = Duration.ofSeconds(Integer.getInteger("http.load.seconds", 10));

    private static final int CLIENTS = 50;

    @OnOldestAndNewest
    @DisplayName("serves an operator at once while a hundred clients send a byte now and then, no end, or never read")
    void slowClients(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        List<Socket> slow = new ArrayList<>();
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp operator = AgentHttp.of(service, workspace);
            RawHttp http = RawHttp.of(operator.address(), workspace, "token");
            service.awaitSeen("a", 1);
            assertThat(operator.status().path("version").asInt()).isEqualTo(1);
            int before = threads(service);

            for (int version = 2; version < 8; version++) {
                for (int i = 0; i < 100; i++) {
                    slow.add(slowly(http, i));
                }
                drip(slow);
                workspace.source("service: {a: " + version + "}");
                long begin = System.nanoTime();
                assertThat(http.status(http.request("GET /admin/health"))).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
                HttpResponse<String> answer = operator.reload("reason=busy");
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(operator.status().path("version").asInt()).isEqualTo(version);
                assertThat(threads(service) - before).isLessThan(180);
            }

            service.awaitSeen("a", 1, 2, 3, 4, 5, 6, 7);
            service.endInput();
            assertThat(service.awaitExit()).isZero();
            assertThat(service.stderr()).noneMatch(line -> line.contains("OutOfMemory"));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** One that never ends its head, never sends anything, or asks a lot and never reads the answers. */
    private static Socket slowly(RawHttp http, int number) throws IOException {
        Socket socket = http.connect();
        String status = RawHttp.bare("GET /admin/status", http.host(), http.bearer());
        String text = switch (number % 4) {
            case 0 -> "";
            case 1 -> "GET /admin/status HTTP/1.1\r\nX: ";
            case 2 -> RawHttp.bare("GET /admin/status", http.host());
            default -> status.repeat(2);
        };
        send(socket, text);
        return socket;
    }

    private static void drip(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            send(socket, "x");
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        } catch (SocketException cutOff) {
            socket.close();
        }
    }

    @OnOldestAndNewest
    @DisplayName("answers fifty clients that ask for the status without a pause while reloads run, each time")
    void manyClients(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            assertThat(http.status().path("version").asInt()).isEqualTo(1);
            int before = threads(service);
            long end = System.nanoTime() + LOAD.toNanos();
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> {
                    while (System.nanoTime() - end < 0) {
                        long begin = System.nanoTime();
                        assertThat(http.status().path("state").asText()).isNotEmpty();
                        nanos.add(System.nanoTime() - begin);
                    }
                    return null;
                }));
            }
            int version = 1;
            while (System.nanoTime() - end < 0) {
                version++;
                workspace.source("service: {a: " + version + "}");
                assertThat(http.reload("reason=load").statusCode()).isEqualTo(200);
            }
            for (Future<?> client : clients) {
                client.get();
            }
            assertThat(threads(service) - before).isLessThan(180);
            List<Long> sorted = nanos.stream().sorted().toList();
            System.out.printf(
                    "%s: %d answers to %d clients in %d s, %d reloads; median %.1f ms, p99 %.1f ms, most %.1f ms%n",
                    jdk,
                    sorted.size(),
                    CLIENTS,
                    LOAD.toSeconds(),
                    version - 1,
                    sorted.get(sorted.size() / 2) / 1e6,
                    sorted.get(sorted.size() * 99 / 100) / 1e6,
                    sorted.get(sorted.size() - 1) / 1e6);
            assertThat(sorted).hasSizeGreaterThanOrEqualTo(CLIENTS);
            assertThat(http.status().path("version").asInt()).isEqualTo(version);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int threads(Application application) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + application.pid() + "/status")).stream()
                .filter(line -> line.startsWith("Threads:"))
                .mapToInt(line -> Integer.parseInt(line.substring(8).trim()))
                .sum();
    }
}
