package io.reloadagent.report.webhook;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a webhook is. Its path and query are secrets of their own with many services, so that neither is shown anywhere.
 * Immutable.
 */
public final class WebhookUrl {

    /** Names that no name server is asked for. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final URL url;
    private final boolean loopback;

    private WebhookUrl(URL url, boolean loopback) {
        this.url = url;
        this.loopback = loopback;
    }

    /**
     * Understands {@code https} to anywhere, and {@code http} to this machine.
     *
     * @throws IllegalArgumentException if it is anything else; the message repeats nothing of it
     */
    public static WebhookUrl parse(String text) {
        try {
            URI uri = new URI(text.trim());
            String host = uri.getHost();
            if (host == null || uri.getUserInfo() != null || uri.getFragment() != null) {
                throw malformed();
            }
            boolean loopback = LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
            if ("https".equalsIgnoreCase(uri.getScheme()) || ("http".equalsIgnoreCase(uri.getScheme()) && loopback)) {
                return new WebhookUrl(uri.toURL(), loopback);
            }
            throw new IllegalArgumentException(
                    "webhook.url has to begin with https://; http:// is for this machine only, localhost or 127.0.0.1");
        } catch (URISyntaxException | MalformedURLException e) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "webhook.url is not an address such as https://hooks.example.com/reloads, without user and fragment");
    }

    URL url() {
        return url;
    }

    /** Whether it is on this machine. */
    boolean isLoopback() {
        return loopback;
    }

    /** Scheme, host and port. */
    @Override
    public String toString() {
        return url.getProtocol() + "://" + url.getAuthority();
    }
}
