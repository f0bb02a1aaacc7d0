package io.reloadagent.report.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URLConnection;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/**
 * One attempt to send a document: no redirect is followed and nothing of the answer's body is read. What the application has
 * set for its own connections, such as trust in any certificate, does not hold here. One thread sends at a
 * time; any may close it.
 */
final class Delivery implements AutoCloseable {

    private static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private final WebhookUrl address;
    private final Signature signature;
    private final Duration limit;
    private final Deadlines deadlines;

    /**
     * Nothing is opened yet.
     *
     * @param signature null to send none
     * @param limit how long an attempt may take, from the connection to the last header of the answer
     */
    Delivery(WebhookUrl address, Signature signature, Duration limit) {
        this.address = address;
        this.signature = signature;
        this.limit = limit;
        this.deadlines = new Deadlines(limit);
    }

    /** Returns the status. Throws what keeps the receiver from answering, or the JDK from understanding it. */
    int attempt(byte[] document) throws IOException, GeneralSecurityException {
        HttpURLConnection connection = open();
        try (Deadlines.Deadline deadline = deadlines.begin(connection::disconnect)) {
            int status = status(connection, document, deadline);
            // The JDK tells the status also of an answer that was cut off behind its first line.
            if (deadline.hasPassed()) {
                throw late(null);
            }
            return status;
        } finally {
            connection.disconnect();
        }
    }

    /** What is cut off fails in whatever way it happens to. */
    private int status(HttpURLConnection connection, byte[] document, Deadlines.Deadline deadline) throws IOException {
        try {
            return send(connection, document);
        } catch (IOException | RuntimeException failure) {
            if (deadline.hasPassed()) {
                throw late(failure);
            }
            throw failure;
        }
    }

    private IOException late(Exception cause) {
        IOException late = new SocketTimeoutException("no whole answer within " + limit.toMillis() + " ms");
        late.initCause(cause);
        return late;
    }

    private int send(HttpURLConnection connection, byte[] document) throws IOException {
        try {
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout((int) limit.toMillis());
            connection.setReadTimeout((int) limit.toMillis());
            connection.setRequestProperty("Content-Type", CONTENT_TYPE);
            connection.setRequestProperty("User-Agent", "reload-agent");
            connection.setRequestProperty("Connection", "close");
            if (signature != null) {
                connection.setRequestProperty(Signature.HEADER, signature.of(document));
            }
            // Also keeps the JDK from sending it twice, and from asking the application for a password.
            connection.setFixedLengthStreamingMode(document.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(document);
            }
            return connection.getResponseCode();
        } catch (HttpRetryException passwordWanted) {
            return passwordWanted.responseCode();
        }
    }

    private HttpURLConnection open() throws IOException, GeneralSecurityException {
        URLConnection connection = address.isLoopback()
                ? address.url().openConnection(Proxy.NO_PROXY)
                : address.url().openConnection();
        if (connection instanceof HttpsURLConnection) {
            HttpsURLConnection secure = (HttpsURLConnection) connection;
            SSLContext own = SSLContext.getInstance("TLS");
            own.init(null, null, null);
            secure.setSSLSocketFactory(own.getSocketFactory());
            secure.setHostnameVerifier((host, session) -> false);
        }
        return (HttpURLConnection) connection;
    }

    /** Cuts off the attempt that is under way, and has every further one fail. Does not wait. */
    @Override
    public void close() {
        deadlines.close();
    }
}
