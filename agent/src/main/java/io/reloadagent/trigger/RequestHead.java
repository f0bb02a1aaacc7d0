package io.reloadagent.trigger;

import io.reloadagent.reload.Trigger;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The request line and the headers of an HTTP request. Immutable. */
final class RequestHead {

    /** The header by which the command line says that it is it. */
    private static final String CLIENT = "reload-agent-client";

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final boolean persistent;
    private final Trigger trigger;
    private final Role role;

    /** @param persistent whether its version of HTTP allows for more requests behind it */
    RequestHead(String method, String target, boolean persistent, Map<String, List<String>> headers) {
        this(
                method,
                target,
                persistent,
                headers,
                headers.getOrDefault(CLIENT, Collections.emptyList()).contains("cli") ? Trigger.CLI : Trigger.HTTP,
                null);
    }

    private RequestHead(
            String method,
            String target,
            boolean persistent,
            Map<String, List<String>> headers,
            Trigger trigger,
            Role role) {
        int question = target.indexOf('?');
        this.method = method;
        this.path = question < 0 ? target : target.substring(0, question);
        this.query = question < 0 ? "" : target.substring(question + 1);
        this.persistent = persistent;
        this.headers = headers;
        this.trigger = trigger;
        this.role = role;
    }

    /** The same, of the command line, run by a user who may do everything. */
    RequestHead ofCommandLine() {
        return new RequestHead(method, target(), persistent, headers, Trigger.CLI, Role.OPERATE);
    }

    /** The same, of who has shown to have a role. */
    RequestHead by(Role other) {
        return new RequestHead(method, target(), persistent, headers, trigger, other);
    }

    private String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Who asks; null until it is known. */
    Role role() {
        return role;
    }

    /** Whether the client may have more to ask behind it. */
    boolean mayBeFollowed() {
        return persistent && headers("connection").stream().allMatch("keep-alive"::equalsIgnoreCase);
    }

    String method() {
        return method;
    }

    /** As it was sent: nothing is decoded and no dot removed, so that only one spelling reaches an endpoint. */
    String path() {
        return path;
    }

    /** As it was sent, without the question mark; empty if there is none. */
    String query() {
        return query;
    }

    /** Who is behind the request: the command line, if it says so, else whoever speaks HTTP. */
    Trigger trigger() {
        return trigger;
    }

    /** Every value of a header, by its name in lower case. */
    List<String> headers(String name) {
        return headers.getOrDefault(name, Collections.emptyList());
    }

    /**
     * The value of a header that must not be repeated; null without one.
     *
     * @param name in lower case
     */
    String header(String name) throws Refusal {
        List<String> values = headers(name);
        if (values.size() > 1) {
            throw new Refusal(400, "the header '" + name + "' may stand only once in a request");
        }
        return values.isEmpty() ? null : values.get(0);
    }
}
