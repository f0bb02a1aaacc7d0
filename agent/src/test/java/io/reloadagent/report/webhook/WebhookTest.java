package io.reloadagent.report.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.reloadagent.report.CapturedLog;
import io.reloadagent.report.Event;
import io.reloadagent.report.Events;
import io.reloadagent.report.Level;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The webhook")
@Timeout(120)
class WebhookTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path directory;

    private final CapturedLog captured = new CapturedLog(Level.INFO);
    private final Events events = new Events(captured.log(), "com.acme.");
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Webhook webhook;

    private record Received(String path, String type, String signature, String body) {}

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestHeaders().getFirst(Signature.HEADER),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Integer status = answers.poll();
        if (status != null && status == 0) {
            awaitRelease();
        }
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(status == null || status == 0 ? 204 : status, -1);
        exchange.close();
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void close() {
        if (webhook != null) {
            webhook.close();
        }
        events.close();
        release.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    @DisplayName("gets each event by POST, in structured mode, in order, signed with the secret")
    void delivered() throws Exception {
        Path secret = secretFile("0123456789abcdef\n", "rw-------");
        webhook = Webhook.subscribe(url("/hooks?token=t"), secret.toString(), events, captured.log());
        events.publish(Event.started("r1", "http"));
        events.publish(Event.validated("r1", 1));

        awaitReceived(2);
        Received first = received.get(0);
        assertThat(first.path).isEqualTo("/hooks?token=t");
        assertThat(first.type).isEqualTo("application/cloudevents+json; charset=UTF-8");
        assertThat(first.body).contains("\"type\":\"com.acme.reload.started\"");
        assertThat(received.get(1).body).contains("\"type\":\"com.acme.reload.validated\"");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("0123456789abcdef".getBytes(UTF_8), "HmacSHA256"));
        assertThat(first.signature)
                .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(first.body.getBytes(UTF_8))));
        assertThat(captured.lines()).isEmpty();
    }

    @Test
    @DisplayName("that answers 500, 503 and 429 gets the same event again, until it takes it")
    void again() {
        answers.addAll(List.of(500, 503, 429));
        subscribe(url("/"), SHORT);
        events.publish(Event.started("r1", "http"));
        events.publish(Event.validated("r1", 1));

        awaitReceived(5);
        assertThat(received.subList(0, 4)).extracting(request -> request.body).containsOnly(received.get(0).body);
        assertThat(received.get(4).body).contains("reload.validated");
        assertThat(events.droppedByName().getOrDefault("webhook", 0L)).isZero();
        assertThat(captured.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 400, 401, 404, 407})
    @DisplayName("that redirects, or wants something else, does not get the event again; it is counted, and said once")
    void refused(int status) {
        answers.addAll(List.of(status, status));
        subscribe(url("/hooks?token=secret-in-url"), SHORT);
        for (int i = 0; i < 3; i++) {
            events.publish(Event.validated("r1", i));
        }

        awaitReceived(3);
        assertThat(received).extracting(Received::path).containsOnly("/hooks?token=secret-in-url");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(captured.lines()).hasSize(2));
        assertThat(events.droppedByName()).containsEntry("webhook", 2L);
        assertThat(captured.lines().get(0)).contains("does not take events", "it answered " + status);
        assertThat(captured.lines().get(1)).contains("takes events again");
        assertThat(webhook.problem()).isNull();
        assertThat(captured.text()).doesNotContain("secret-in-url").contains("http://127.0.0.1:");
    }

    @Test
    @DisplayName("A33 where nobody listens: each event is given up after five attempts, and nobody waits")
    void dead() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        subscribe("http://127.0.0.1:" + port + "/", Duration.ofMillis(10));
        long begin = System.nanoTime();
        events.publish(Event.validated("r1", 1));
        events.publish(Event.validated("r1", 2));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events.droppedByName()).containsEntry("webhook", 2L));
        assertThat(captured.lines()).singleElement().asString().contains("does not take events", "ConnectException");
    }

    @Test
    @DisplayName("A33 that does not answer in time gets the event again")
    void slow() {
        answers.add(0);
        subscribe(url("/"), Duration.ofMillis(10), Duration.ofSeconds(1));
        events.publish(Event.validated("r1", 1));

        awaitReceived(2);
        assertThat(received.get(1).body).isEqualTo(received.get(0).body);
    }

    @Test
    @DisplayName(
            "A33 that accepts and never reads: events are given up, those that do not fit the queue dropped, all counted")
    void neverReads() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            subscribe("http://127.0.0.1:" + deaf.getLocalPort() + "/", Duration.ofMillis(10), Duration.ofSeconds(1));
            int published = 2_000;
            long begin = System.nanoTime();
            for (int i = 0; i < published; i++) {
                events.publish(Event.validated("r1", i));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));

            assertThat(events.droppedByName().get("webhook")).isBetween(900L, 2_000L);
            long before = events.droppedByName().get("webhook");
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(events.droppedByName().get("webhook")).isGreaterThan(before));
        }
    }

    @Test
    @DisplayName("A33 that sends a byte of its answer now and then is cut off, and the event given up")
    void drips() throws IOException {
        try (RawServer dripping = new RawServer(RawServer.drip("HTTP/1.1 200 OK\r\nX-Header: "))) {
            subscribe("http://127.0.0.1:" + dripping.port() + "/", Duration.ofMillis(10), Duration.ofSeconds(1));
            assertThat(webhook.problem()).isNull();
            events.publish(Event.validated("r1", 1));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(webhook.problem())
                            .startsWith("events are not delivered to the webhook: ")
                            .endsWith("no whole answer within 1000 ms"));
            assertThat(dripping.accepted()).isEqualTo(Waits.ATTEMPTS);
            assertThat(events.droppedByName()).containsEntry("webhook", 1L);
        }
    }

    @Test
    @DisplayName("is cut off when it is closed in the midst of an attempt; no thread is left")
    void closedMeanwhile() throws IOException {
        try (RawServer dripping = new RawServer(RawServer.drip("HTTP/1.1 200 OK\r\nX-Header: "))) {
            subscribe("http://127.0.0.1:" + dripping.port() + "/", Duration.ofMillis(10), Duration.ofHours(1));
            events.publish(Event.validated("r1", 1));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(dripping.accepted()).isEqualTo(1));
            webhook.close();
            events.close();

            awaitNoThread("reload-agent-observer-webhook-");
            awaitNoThread("reload-agent-webhook-deadline-");
            assertThat(dripping.accepted()).isEqualTo(1);
            assertThat(captured.lines()).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "A33 that answers 100 Continue for ever, on which the JDK's stack overflows: the event is given up, too")
    void continues() throws IOException {
        try (RawServer talking = new RawServer(RawServer.repeat("HTTP/1.1 100 Continue\r\n\r\n"))) {
            subscribe("http://127.0.0.1:" + talking.port() + "/", Duration.ofMillis(10), Duration.ofSeconds(5));
            events.publish(Event.validated("r1", 1));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(events.droppedByName()).containsEntry("webhook", 1L));
            assertThat(talking.accepted()).isEqualTo(Waits.ATTEMPTS);
            await().untilAsserted(() ->
                    assertThat(captured.lines()).singleElement().asString().contains("does not take events"));
        }
    }

    @Test
    @DisplayName("stops to try when it is closed")
    void closed() {
        answers.addAll(List.of(500, 500, 500, 500, 500));
        subscribe(url("/"), Duration.ofHours(1));
        events.publish(Event.validated("r1", 1));
        awaitReceived(1);
        webhook.close();
        events.close();

        awaitNoThread("reload-agent-observer-webhook-");
        assertThat(received).hasSize(1);
    }

    private static void awaitNoThread(String prefix) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith(prefix)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/s3cret",
                "http://10.0.0.1/s3cret",
                "ftp://127.0.0.1/s3cret",
                "https:///s3cret",
                "hooks.example.com/s3cret",
                "https://user:s3cret@hooks.example.com/",
                "https://hooks.example.com/#s3cret",
                "https://hooks example.com/s3cret"
            })
    @DisplayName("is refused with an address that is not safe or none at all, which is not repeated")
    void addresses(String url) {
        assertThatThrownBy(() -> Webhook.subscribe(url, "", events, captured.log()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("webhook.url")
                .hasMessageNotContaining("s3cret");
        assertThat(captured.text()).isEmpty();
    }

    @Test
    @DisplayName("is refused if others can read its secret, or it is missing or too short")
    void secrets() throws IOException {
        for (Path secret : List.of(
                secretFile("0123456789abcdef", "rw-r--r--"),
                secretFile("short", "rw-------"),
                directory.resolve("missing"))) {
            assertThatThrownBy(() -> Webhook.subscribe(url("/"), secret.toString(), events, captured.log()))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("webhook.secret-file")
                    .hasMessageNotContaining("0123456789abcdef");
        }
    }

    @Test
    @DisplayName(
            "is waited for twice as long after each attempt, with a random part, and an https address is any host's")
    void waits() {
        Waits waits = new Waits(Duration.ofSeconds(1));
        for (int i = 0; i < 100; i++) {
            assertThat(waits.before(2)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
            assertThat(waits.before(5)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        }
        assertThat(waits.before(1)).isZero();
        assertThat(waits.before(6)).isZero();
        assertThat(WebhookUrl.parse("https://hooks.example.com:8443/a?b=c"))
                .hasToString("https://hooks.example.com:8443");
        assertThatThrownBy(() -> WebhookUrl.parse("")).isInstanceOf(IllegalArgumentException.class);
    }

    private void subscribe(String url, Duration firstWait) {
        subscribe(url, firstWait, PATIENCE);
    }

    private void subscribe(String url, Duration firstWait, Duration limit) {
        WebhookUrl address = WebhookUrl.parse(url);
        Delivery delivery = new Delivery(address, null, limit);
        webhook = new Webhook(address, delivery, new Waits(firstWait), events.drops("webhook"), captured.log());
        events.subscribe("webhook", webhook);
    }

    private void awaitReceived(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(received).hasSize(count));
    }

    private Path secretFile(String content, String permissions) throws IOException {
        Path file = Files.writeString(Files.createTempFile(directory, "secret", ""), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
