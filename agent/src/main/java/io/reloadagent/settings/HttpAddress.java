package io.reloadagent.settings;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the agent listens: an address of this machine and a port. Names other than {@code localhost} are not taken, as whoever
 * answers for them would decide where the agent listens. Immutable.
 */
public final class HttpAddress {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern FORM =
            Pattern.compile("(localhost|" + OCTET + "(?:\\." + OCTET + "){3}|\\[[0-9a-f:.]+]):(\\d{1,5})");

    private final String text;
    private final String host;
    private final InetSocketAddress socketAddress;

    private HttpAddress(String text, String host, InetSocketAddress socketAddress) {
        this.text = text;
        this.host = host;
        this.socketAddress = socketAddress;
    }

    /**
     * Understands {@code 127.0.0.1:7099}, {@code [::1]:7099} and {@code localhost:7099}; port 0 is any free one.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static HttpAddress parse(String text) {
        Matcher matcher = FORM.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65_535) {
            throw malformed(text);
        }
        String host = matcher.group(1);
        InetAddress address;
        try {
            address = InetAddress.getByName(host.equals("localhost") ? "127.0.0.1" : host);
        } catch (UnknownHostException noAddress) {
            throw malformed(text);
        }
        return new HttpAddress(text, host, new InetSocketAddress(address, Integer.parseInt(matcher.group(2))));
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "http.address '" + text + "' is not an IP address and a port such as 127.0.0.1:7099 or [::1]:7099");
    }

    /** Whether only this machine can reach it. */
    public boolean isLoopback() {
        return socketAddress.getAddress().isLoopbackAddress();
    }

    /** Whether it is every address of this machine, and no one in particular. */
    public boolean isWildcard() {
        return socketAddress.getAddress().isAnyLocalAddress();
    }

    /**
     * Returns if HTTP may listen here.
     *
     * @param tls whether there is a key store
     * @param named whether it is said by which names clients may call it
     * @throws IllegalArgumentException with a message for the operator, if it may not
     */
    public void refuseExposed(boolean tls, boolean named) {
        if (!isLoopback() && !tls) {
            throw new IllegalArgumentException("http.address '" + text + "' can be reached from other machines, which"
                    + " needs TLS: set http.tls.key-store and http.tls.key-store-password-file, or use a loopback"
                    + " address such as 127.0.0.1:7099");
        }
        if (isWildcard() && !named) {
            throw new IllegalArgumentException("http.address '" + text + "' is every address of this machine; say in"
                    + " http.hosts by which names clients may call it, app.example.com for example");
        }
    }

    /** Where to listen. */
    public InetSocketAddress socketAddress() {
        return socketAddress;
    }

    /** The address as it was given, with the port that is in use. */
    public String withPort(int port) {
        return host + ":" + port;
    }

    /** What a client that means this address writes into its {@code Host} header, in lower case. */
    public Set<String> hostHeaders(int port) {
        if (!isLoopback()) {
            return Collections.singleton(withPort(port));
        }
        String literal = socketAddress.getAddress().getHostAddress();
        String canonical = literal.contains(":") ? "[::1]" : literal;
        return new HashSet<>(Arrays.asList(withPort(port), canonical + ":" + port, "localhost:" + port));
    }
}
