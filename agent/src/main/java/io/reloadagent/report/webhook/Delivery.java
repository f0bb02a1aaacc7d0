package io.reloadagent.report.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URLConnection;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/**
 * One attempt to send a document: no redirect is followed and nothing of the answer's body is read. What the application has
 * set for its own connections, such as trust in any certificate, does not hold here. Immutable.
 */
final class Delivery {

    private static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private final WebhookUrl address;
    private final Signature signature;
    private final Duration connectTimeout;
    private final Duration readTimeout;

    /** @param signature null to send none */
    Delivery(WebhookUrl address, Signature signature, Duration connectTimeout, Duration readTimeout) {
        this.address = address;
        this.signature = signature;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    /** Returns the status. Throws what keeps the receiver from answering. */
    int attempt(byte[] document) throws IOException, GeneralSecurityException {
        HttpURLConnection connection = open();
        try {
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout((int) connectTimeout.toMillis());
            connection.setReadTimeout((int) readTimeout.toMillis());
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
        } finally {
            connection.disconnect();
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
}
