package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.reloadagent.report.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An HTTP answer that nobody may store, sniff or read from another origin: JSON unless
 * it says otherwise. Immutable.
 */
final class Answer {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
    private static final Map<Integer, String> TITLES = titles();

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /** For how long a client may keep the connection without asking anything, as it is told. */
    static final int KEEP_ALIVE_SECONDS = 10;

    private final int status;
    private final Map<String, String> headers;
    private final String type;
    private final byte[] body;

    /** Null unless the connection stays open. */
    private final Continuation continuation;

    private final boolean last;

    private Answer(
            int status,
            Map<String, String> headers,
            String type,
            byte[] body,
            Continuation continuation,
            boolean last) {
        this.status = status;
        this.headers = headers;
        this.type = type;
        this.body = body;
        this.continuation = continuation;
        this.last = last;
    }

    static Answer of(int status, Map<String, Object> body) {
        return of(status, JSON, Json.write(body).getBytes(UTF_8));
    }

    static Answer of(int status, String type, byte[] body) {
        return new Answer(status, Collections.emptyMap(), type, body, null, false);
    }

    /** Whether the request was not carried out, and perhaps not read to its end. */
    boolean isRefusal() {
        return status >= 400;
    }

    /** Only the head: who takes the connection over writes the rest. */
    static Answer continued(String type, Continuation continuation) {
        return new Answer(200, Collections.emptyMap(), type, new byte[0], continuation, true);
    }

    /** Null unless the connection stays open. */
    Continuation continuation() {
        return continuation;
    }

    /** The same answer with one more header. */
    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, type, body, continuation, last);
    }

    /** Why a request is not carried out; who is told has no second request on this connection. */
    static Answer of(Refusal refusal) {
        byte[] body = problemBody(refusal.status(), refusal.getMessage(), Collections.emptyMap());
        return new Answer(refusal.status(), refusal.headers(), PROBLEM, body, null, true);
    }

    /**
     * Why what was asked for did not come about, as RFC 9457 has it.
     *
     * @param members what else there is to tell
     */
    static Answer problem(int status, String detail, Map<String, Object> members) {
        return of(status, PROBLEM, problemBody(status, detail, members));
    }

    private static byte[] problemBody(int status, String detail, Map<String, Object> members) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", TITLES.get(status));
        body.put("status", status);
        body.put("detail", detail);
        members.forEach(body::putIfAbsent);
        return Json.write(body).getBytes(UTF_8);
    }

    /** Whether the connection may stay for another request. */
    boolean mayBeFollowed() {
        return !last;
    }

    /** Writes it in one piece, as the last one. */
    void writeTo(OutputStream out, boolean withBody) throws IOException {
        writeTo(out, withBody, false);
    }

    /**
     * Writes it in one piece.
     *
     * @param followed whether the connection stays for another request
     */
    void writeTo(OutputStream out, boolean withBody, boolean followed) throws IOException {
        StringBuilder head = new StringBuilder();
        head.append("HTTP/1.1 ").append(status).append(' ').append(TITLES.get(status));
        header(head, "Date", DATE.format(ZonedDateTime.now(ZoneOffset.UTC)));
        header(head, "Connection", followed ? "keep-alive" : "close");
        if (followed) {
            header(head, "Keep-Alive", "timeout=" + KEEP_ALIVE_SECONDS);
        }
        header(head, "Content-Type", type);
        if (continuation == null) {
            header(head, "Content-Length", String.valueOf(body.length));
        }
        header(head, "X-Content-Type-Options", "nosniff");
        header(head, "Cache-Control", "no-store");
        headers.forEach((name, value) -> header(head, name, value));
        head.append("\r\n\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head.toString().getBytes(ISO_8859_1));
        if (withBody) {
            whole.write(body);
        }
        whole.writeTo(out);
        out.flush();
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append("\r\n").append(name).append(": ").append(value);
    }

    private static Map<Integer, String> titles() {
        Map<Integer, String> titles = new HashMap<>();
        titles.put(200, "OK");
        titles.put(400, "Bad Request");
        titles.put(401, "Unauthorized");
        titles.put(403, "Forbidden");
        titles.put(404, "Not Found");
        titles.put(405, "Method Not Allowed");
        titles.put(409, "Conflict");
        titles.put(411, "Length Required");
        titles.put(413, "Content Too Large");
        titles.put(415, "Unsupported Media Type");
        titles.put(417, "Expectation Failed");
        titles.put(421, "Misdirected Request");
        titles.put(429, "Too Many Requests");
        titles.put(431, "Request Header Fields Too Large");
        titles.put(500, "Internal Server Error");
        titles.put(503, "Service Unavailable");
        return titles;
    }
}
