package io.reloadagent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks an agent over HTTP: by no proxy, following no redirect, within a time, for an answer of limited size. The token is sent
 * and never shown. Immutable.
 */
final class UrlClient implements AgentClient {

    private static final int CONNECT_MILLIS = 5_000;
    /** Twice what passes at most between two signs of life in the stream of events. */
    private static final int SILENCE_MILLIS = 40_000;

    private final AgentUrl url;
    private final String token;
    private final Duration timeout;

    /** Null for that of this Java. */
    private final SSLSocketFactory tls;

    /** @param tls null for that of this Java */
    UrlClient(AgentUrl url, String token, SSLSocketFactory tls, Duration timeout) {
        this.url = url;
        this.token = token;
        this.tls = tls;
        this.timeout = timeout;
    }

    @Override
    public Reply get(String path) throws NotReachedException {
        return ask("GET", path, null);
    }

    @Override
    public Reply get(String path, Map<String, String> query) throws NotReachedException {
        return ask("GET", path + "?" + Parameters.encode(query), null);
    }

    @Override
    public Reply post(String path, Map<String, String> form) throws NotReachedException {
        return ask("POST", path, Parameters.encode(form).getBytes(UTF_8));
    }

    private Reply ask(String method, String pathAndQuery, byte[] body) throws NotReachedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        HttpURLConnection connection = null;
        try {
            connection = open(pathAndQuery, (int) timeout.toMillis());
            connection.setRequestMethod(method);
            if (body != null) {
                write(connection, body);
            }
            return Reply.read(connection, url, deadline);
        } catch (IOException failure) {
            throw notReached(failure);
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }

    @Override
    public EventFeed events() throws NotReachedException {
        try {
            HttpURLConnection connection = open("/admin/events", SILENCE_MILLIS);
            connection.setRequestProperty("Accept", "text/event-stream");
            return EventFeed.open(connection, url);
        } catch (IOException failure) {
            throw notReached(failure);
        }
    }

    private HttpURLConnection open(String pathAndQuery, int readMillis) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) url.resolve(pathAndQuery).openConnection(Proxy.NO_PROXY);
        if (tls != null && connection instanceof HttpsURLConnection) {
            ((HttpsURLConnection) connection).setSSLSocketFactory(tls);
        }
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(readMillis);
        connection.setRequestProperty("Reload-Agent-Client", "cli");
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("Connection", "close");
        return connection;
    }

    private static void write(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    private NotReachedException notReached(IOException failure) {
        if (failure instanceof ConnectException) {
            return new NotReachedException(
                    "nobody listens at " + url + "; is the application running, and http.address set? The agent's log"
                            + " tells in the line 'HTTP listens at' where it listens: say it with --url",
                    failure);
        }
        if (failure instanceof SocketTimeoutException) {
            return new NotReachedException(
                    "no answer from " + url + " within " + timeout.toMillis() / 1_000
                            + " s; what was asked for may still"
                            + " happen: the agent's log tells. --timeout gives it longer",
                    failure);
        }
        if (failure instanceof SSLException) {
            return new NotReachedException(
                    "TLS with " + url + " fails: " + Printable.of(failure) + "; --trust-store names the certificates"
                            + " that may vouch for the agent, --key-store the own one",
                    failure);
        }
        return new NotReachedException(
                "what is at " + url + " does not answer as an agent: " + Printable.of(failure), failure);
    }

    /** Each request has a connection of its own. */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return url.toString();
    }
}
