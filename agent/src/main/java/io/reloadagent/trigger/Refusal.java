package io.reloadagent.trigger;

import java.util.LinkedHashMap;
import java.util.Map;

/** Says why an HTTP request is not carried out; becomes the answer. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * A refusal.
     *
     * @param status of HTTP
     * @param detail what was wrong and what to do, with nothing in it that may be a token
     */
    Refusal(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    /** Adds a header to the answer. */
    Refusal with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }
}
