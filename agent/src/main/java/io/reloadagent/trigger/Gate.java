package io.reloadagent.trigger;

import io.reloadagent.report.Log;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lets in who may ask, before anything else of a request is looked at.
 *
 * <p>The {@code Host} must be the address that the agent listens at: a page that had its own name resolve to this
 * machine (DNS rebinding) sends that name. It is answered with 421, which says just that: the request reached a server
 * that does not speak for this name; 403 would say that the asker may not. A request that a browser says comes from
 * another origin is refused with 403.
 *
 * <p>The files of the console need the right {@code Host} and nothing else: the page asks for the token, and sends it with each
 * request that tells anything.
 *
 * <p>Refusals are logged; after {@link RefusalLimit#ALLOWED} in a minute the remote address is answered with 429
 * and no longer logged. The right token is let in even then: with 256 random bits nobody guesses it, and otherwise any
 * user of the machine could lock the operator out.
 *
 * <p>Thread-safe.
 */
final class Gate {

    private final Set<String> hosts;
    private final String scheme;
    private final Tokens tokens;
    private final RefusalLimit limit;
    private final Operations operations;
    private final Log log;

    /**
     * A gate.
     *
     * @param hosts the values of {@code Host} that are let in, in lower case
     * @param scheme {@code http://} or {@code https://}, what an origin of the agent's own begins with
     * @param operations keep what was refused
     */
    Gate(Set<String> hosts, String scheme, Tokens tokens, RefusalLimit limit, Operations operations, Log log) {
        this.hosts = hosts;
        this.scheme = scheme;
        this.tokens = tokens;
        this.limit = limit;
        this.operations = operations;
        this.log = log;
    }

    /** Returns if the request may go on: what who asks may do. */
    Role admit(RequestHead request, InetAddress remote) throws Refusal {
        try {
            checkHost(request);
            if (ConsoleFiles.paths().contains(request.path())) {
                return Role.READ; // no data in them, and a link on another page may lead to them
            }
            checkOrigin(request);
            return role(request);
        } catch (Refusal refusal) {
            throw limited(refusal, remote, null);
        }
    }

    /** Returns if who asks may do what needs a role. */
    void permit(RequestHead request, Role needed, InetAddress remote) throws Refusal {
        if (!request.role().covers(needed)) {
            Refusal refusal = new Refusal(
                    403,
                    "this needs the role '" + needed + "', and the token is of the role '" + request.role()
                            + "'; use the token in the file that http.token-file names");
            throw limited(refusal, remote, request.role());
        }
    }

    private void checkHost(RequestHead request) throws Refusal {
        String host = request.header("host");
        if (host == null) {
            throw new Refusal(400, "the request has no Host header");
        }
        if (!hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw new Refusal(421, "the Host header names another server; use the address that the agent listens at");
        }
    }

    private void checkOrigin(RequestHead request) throws Refusal {
        for (String origin : request.headers("origin")) {
            if (!origin.startsWith(scheme) || !hosts.contains(origin.substring(scheme.length()))) {
                throw crossOrigin();
            }
        }
        List<String> sites = request.headers("sec-fetch-site");
        if (!sites.stream().allMatch(site -> site.equals("same-origin") || site.equals("none"))) {
            throw crossOrigin();
        }
    }

    private static Refusal crossOrigin() {
        return new Refusal(403, "the request comes from a web page of another origin");
    }

    private Role role(RequestHead request) throws Refusal {
        List<String> authorization = request.headers("authorization");
        Role role = authorization.size() == 1 ? tokens.of(authorization.get(0)) : null;
        if (role == null) {
            String wrong = authorization.isEmpty() ? "missing" : "wrong";
            throw new Refusal(
                            401,
                            "the bearer token is " + wrong + "; send the header 'Authorization: Bearer TOKEN'"
                                    + " with the content of the agent's token file")
                    .with("WWW-Authenticate", "Bearer realm=\"reload-agent\"");
        }
        return role;
    }

    /** @param role of who asks; null if it is unknown */
    private Refusal limited(Refusal refusal, InetAddress remote, Role role) {
        int count = limit.count(remote);
        long seconds = limit.secondsLeft(remote);
        if (count > RefusalLimit.ALLOWED) {
            return new Refusal(429, "too many refused requests; wait " + seconds + " s")
                    .with("Retry-After", String.valueOf(seconds));
        }
        String from = remote.getHostAddress();
        log.warn("HTTP request from {} refused with {}: {}", from, refusal.status(), refusal.getMessage());
        boolean last = count == RefusalLimit.ALLOWED;
        operations.refusedAccess(
                from,
                role == null ? null : role.toString(),
                refusal.status(),
                refusal.getMessage(),
                last ? seconds : 0);
        if (last) {
            log.warn("HTTP requests refused from now on are not logged for {} s", seconds);
        }
        return refusal;
    }
}
