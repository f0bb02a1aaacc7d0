package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one HTTP/1.1 request, strictly: what RFC 9112 lets a server tolerate (bare line feeds, folded headers, chunked
 * bodies, absolute targets) is refused. What is read before the client has shown its token is at most
 * {@link #HEAD_LIMIT}. Used by one thread.
 */
final class RequestReader {

    /** Bytes of request line and headers together. */
    static final int HEAD_LIMIT = 8 * 1024;

    /** Bytes of a body. */
    static final int BODY_LIMIT = 8 * 1024;

    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]{1,16}) (/[\\x21-\\x7e]*) HTTP/1\\.([01])");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");

    private final InputStream in;
    private final OutputStream out;
    private int headBytes;
    private boolean bodyRead;

    /**
     * Reads from a client.
     *
     * @param in buffered
     * @param out for clients that want to be told to go on before they send a body
     */
    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The head; nothing of the body is read yet. */
    RequestHead head() throws IOException, Refusal {
        Matcher request = REQUEST_LINE.matcher(line());
        if (!request.matches()) {
            throw new Refusal(400, "the request line is not 'METHOD /path HTTP/1.1'");
        }
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                throw new Refusal(400, "a header line is not 'Name: value'");
            }
            headers.computeIfAbsent(header.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.group(2));
        }
        return new RequestHead(
                request.group(1), request.group(2), request.group(3).equals("1"), headers);
    }

    private String line() throws IOException, Refusal {
        StringBuilder line = new StringBuilder();
        int next = headByte();
        while (next != '\r') {
            if ((next < ' ' && next != '\t') || next == 0x7f) {
                throw new Refusal(400, "there is a control character in the request's head");
            }
            line.append((char) next);
            next = headByte();
        }
        if (headByte() != '\n') {
            throw new Refusal(400, "a line of the request's head does not end with CR LF");
        }
        return line.toString();
    }

    private int headByte() throws IOException, Refusal {
        if (++headBytes > HEAD_LIMIT) {
            throw new Refusal(431, "the request's head is longer than " + HEAD_LIMIT + " bytes");
        }
        return readByte();
    }

    private int readByte() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("the client sent only a part of a request");
        }
        return next;
    }

    /** The body; empty without one. To be called once, after {@link #head}. */
    byte[] body(RequestHead head) throws IOException, Refusal {
        if (!head.headers("transfer-encoding").isEmpty()) {
            throw new Refusal(411, "send the body with a Content-Length instead of a Transfer-Encoding");
        }
        byte[] body = new byte[length(head)];
        if (body.length > 0) {
            sayContinue(head);
        }
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) readByte();
        }
        bodyRead = true;
        return body;
    }

    /** Whether nothing of the request is left, so that what follows is the next one. */
    boolean isAtEnd(RequestHead head) {
        return bodyRead
                || (head.headers("transfer-encoding").isEmpty()
                        && head.headers("content-length").isEmpty());
    }

    private static int length(RequestHead head) throws Refusal {
        String length = head.header("content-length");
        if (length == null) {
            return 0;
        }
        if (!LENGTH.matcher(length).matches()) {
            throw new Refusal(400, "Content-Length is not a number of bytes");
        }
        if (Integer.parseInt(length) > BODY_LIMIT) {
            throw new Refusal(413, "the body is longer than " + BODY_LIMIT + " bytes");
        }
        return Integer.parseInt(length);
    }

    private void sayContinue(RequestHead head) throws IOException, Refusal {
        String expected = head.header("expect");
        if (expected == null) {
            return;
        }
        if (!expected.equalsIgnoreCase("100-continue")) {
            throw new Refusal(417, "the only thing to expect is 100-continue");
        }
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
        out.flush();
    }
}
