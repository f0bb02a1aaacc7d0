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
    private final Trigger trigger;

    RequestHead(String method, String target, Map<String, List<String>> headers) {
        this(
                method,
                target,
                headers,
                headers.getOrDefault(CLIENT, Collections.emptyList()).contains("cli") ? Trigger.CLI : Trigger.HTTP);
    }

    private RequestHead(String method, String target, Map<String, List<String>> headers, Trigger trigger) {
        int question = target.indexOf('?');
        this.method = method;
        this.path = question < 0 ? target : target.substring(0, question);
        this.query = question < 0 ? "" : target.substring(question + 1);
        this.headers = headers;
        this.trigger = trigger;
    }

    /** The same, of the command line. */
    RequestHead ofCommandLine() {
        String target = query.isEmpty() ? path : path + "?" + query;
        return new RequestHead(method, target, headers, Trigger.CLI);
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
