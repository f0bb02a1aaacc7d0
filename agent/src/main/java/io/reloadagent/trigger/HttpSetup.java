package io.reloadagent.trigger;

import io.reloadagent.settings.HttpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where HTTP listens, and who may ask. Immutable. */
public final class HttpSetup {

    private final String address;
    private final TokenFile tokenFile;
    private final TokenFile readTokenFile;
    private final List<String> hosts;
    private final KeyFiles keys;

    private HttpSetup(String address, TokenFile tokenFile, TokenFile readTokenFile, List<String> hosts, KeyFiles keys) {
        this.address = address;
        this.tokenFile = tokenFile;
        this.readTokenFile = readTokenFile;
        this.hosts = Collections.unmodifiableList(new ArrayList<>(hosts));
        this.keys = keys;
    }

    /**
     * With one token, by the address's own name, without TLS.
     *
     * @param address the setting {@code http.address}: {@code 127.0.0.1:7099}, {@code [::1]:7099}, port 0 for any free
     *     one; empty for nowhere
     * @param tokenFile of who may do everything
     */
    public static HttpSetup at(String address, TokenFile tokenFile) {
        return new HttpSetup(address, tokenFile, null, Collections.emptyList(), null);
    }

    /** The same with a token for who may only read; null for none. */
    public HttpSetup withReaders(TokenFile other) {
        return new HttpSetup(address, tokenFile, other, hosts, keys);
    }

    /** The same, called by these names only, each perhaps with a port; empty for the address itself. */
    public HttpSetup withHosts(List<String> others) {
        return new HttpSetup(address, tokenFile, readTokenFile, others, keys);
    }

    /** The same with TLS; null for none. */
    public HttpSetup withTls(KeyFiles others) {
        return new HttpSetup(address, tokenFile, readTokenFile, hosts, others);
    }

    String address() {
        return address;
    }

    TokenFile tokenFile() {
        return tokenFile;
    }

    /** Null if there is none. */
    TokenFile readTokenFile() {
        return readTokenFile;
    }

    /** Null if there is no TLS. */
    KeyFiles keys() {
        return keys;
    }

    /**
     * The address to listen at.
     *
     * @throws IllegalArgumentException with a message for the operator, if it is none, or must not be used
     */
    HttpAddress checkedAddress() {
        HttpAddress parsed = HttpAddress.parse(address);
        parsed.refuseExposed(keys != null, !hosts.isEmpty());
        return parsed;
    }

    /** What clients may write into their {@code Host} header, in lower case. */
    Set<String> hostHeaders(HttpAddress parsed, int port) {
        if (hosts.isEmpty()) {
            return parsed.hostHeaders(port);
        }
        Set<String> headers = new HashSet<>();
        for (String host : hosts) {
            headers.add(host.matches(".*[^:]:[0-9]+") && !host.endsWith("]") ? host : host + ":" + port);
        }
        return headers;
    }
}
