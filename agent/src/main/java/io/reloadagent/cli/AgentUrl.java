package io.reloadagent.cli;

import io.reloadagent.settings.HttpAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where an agent listens: a loopback address of this machine, so that no token ever leaves it; or any other by https, where a certificate
 * shows who is there. Immutable.
 */
final class AgentUrl {

    static final String DEFAULT = "http://127.0.0.1:7099";

    private static final String EXAMPLE = "; write " + DEFAULT + ", for example";

    /** A name of a machine, which begins with a letter, and a port. */
    private static final Pattern NAME = Pattern.compile("(?!localhost:)[A-Za-z][A-Za-z0-9.-]*:[1-9][0-9]{0,4}");

    private final String base;

    private AgentUrl(String base) {
        this.base = base;
    }

    /**
     * Understands {@code http://127.0.0.1:7099}, {@code https://localhost:7099} and {@code http://[::1]:7099}.
     *
     * @throws WrongCallException if it is something else, or another machine without TLS
     */
    static AgentUrl parse(String text) throws WrongCallException {
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new WrongCallException("the address of the agent begins with http:// or https://" + EXAMPLE);
        }
        boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
        String path = uri.getRawPath();
        if (!plain || uri.getRawAuthority() == null || !(path.isEmpty() || path.equals("/"))) {
            throw new WrongCallException("the address of the agent has a host and a port, and nothing else" + EXAMPLE);
        }
        return new AgentUrl(scheme + "://" + host(uri.getRawAuthority(), scheme));
    }

    private static URI uri(String text) throws WrongCallException {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new WrongCallException("the address of the agent is not one" + EXAMPLE, malformed);
        }
    }

    /** A certificate may be for a name; otherwise nobody is asked what localhost is. */
    private static String host(String authority, String scheme) throws WrongCallException {
        if (scheme.equals("https") && NAME.matcher(authority).matches()) {
            return authority;
        }
        try {
            HttpAddress address = HttpAddress.parse(authority);
            boolean reachable = scheme.equals("https") ? !address.isWildcard() : address.isLoopback();
            if (!reachable || address.socketAddress().getPort() == 0) {
                throw new IllegalArgumentException("another machine, or no port");
            }
            int port = address.socketAddress().getPort();
            boolean isName = authority.toLowerCase(Locale.ROOT).startsWith("localhost:");
            return isName && scheme.equals("http") ? "127.0.0.1:" + port : address.withPort(port);
        } catch (IllegalArgumentException unusable) {
            throw new WrongCallException(
                    "an agent is asked at a loopback address with a port" + EXAMPLE
                            + "; on another machine by https:// only, or run this there, by ssh for example",
                    unusable);
        }
    }

    /** @param pathAndQuery begins with a slash; encoded */
    URL resolve(String pathAndQuery) {
        try {
            return new URL(base + pathAndQuery);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("every Java knows http and https", impossible);
        }
    }

    @Override
    public String toString() {
        return base;
    }
}
