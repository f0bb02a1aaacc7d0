package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.report.CapturedLog;
import io.reloadagent.report.Level;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A trigger that listens at a free port, and a client that sends exactly the bytes that a test wants. */
@Timeout(60)
abstract class HttpFixture {

    @TempDir
    Path directory;

    final CapturedLog captured = new CapturedLog(Level.TRACE);
    final Reloads reloads = new Reloads();
    HttpTrigger trigger;
    String token;
    int port;

    @BeforeEach
    void startTrigger() throws IOException {
        TokenFile tokenFile = new TokenFile(directory.resolve("private/token"));
        trigger = new HttpTrigger("127.0.0.1:0", tokenFile, reloads, Duration.ZERO, captured.log());
        trigger.start();
        port = trigger.port();
        token = Files.readString(directory.resolve("private/token")).trim();
    }

    @AfterEach
    void closeTriggerAndLookForTheToken() {
        trigger.close();
        assertThat(captured.text()).doesNotContain(token);
    }

    /** A request with all that it needs, the given lines added. */
    String request(String start, String... headers) {
        return start + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token
                + "\r\nConnection: close\r\n"
                + lines(headers) + "\r\n";
    }

    /** A request with just the given lines. */
    String bare(String start, String... headers) {
        return start + " HTTP/1.1\r\n" + lines(headers) + "\r\n";
    }

    String form(String body) {
        return request(
                        "POST /admin/reload",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: " + body.length())
                + body;
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.toString();
    }

    String host() {
        return "Host: 127.0.0.1:" + port;
    }

    String bearer() {
        return "Authorization: Bearer " + token;
    }

    /** The whole answer, until the server closes. */
    String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answer).doesNotContain(token);
            return answer;
        }
    }

    int status(String request) throws IOException {
        String answer = send(request);
        assertThat(answer).startsWith("HTTP/1.1 ");
        return Integer.parseInt(answer.substring(9, 12));
    }
}
