package io.reloadagent.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Requests as they are written, also those that no HTTP client would send. Immutable. */
final class PlainRequests {

    private static final int PATIENCE_MILLIS = 20_000;

    /**
     * What came back.
     *
     * @param headers as they were sent, a line each
     */
    record RawAnswer(int status, List<String> headers, String body) {

        /** The value of a header; null if there is none. */
        String header(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).trim())
                    .findFirst()
                    .orElse(null);
        }
    }

    private final URI address;
    private final String token;

    PlainRequests(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** What stands in the right Host. */
    String authority() {
        return address.getAuthority();
    }

    /** With the right Host and the token. */
    RawAnswer ask(String method, String target, String body, String... headers) throws IOException {
        String[] all = Stream.concat(
                        Stream.of("Host: " + address.getAuthority(), "Authorization: Bearer " + token),
                        Stream.of(headers))
                .toArray(String[]::new);
        return send(method, target, body, all);
    }

    /** With a form, the right Host and the token. */
    RawAnswer form(String method, String target, String form) throws IOException {
        return ask(
                method,
                target,
                form,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length());
    }

    /** A GET whose answer is left unread. */
    Socket open(String target) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        String request = "GET " + target + " HTTP/1.1\r\nHost: " + authority() + "\r\nAuthorization: Bearer " + token
                + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(UTF_8));
        return socket;
    }

    /** With these headers only. */
    RawAnswer send(String method, String target, String body, String... headers) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
            Stream.of(headers).forEach(header -> request.append(header).append("\r\n"));
            request.append("Connection: close\r\n\r\n").append(body);
            socket.getOutputStream().write(request.toString().getBytes(UTF_8));
            return read(socket.getInputStream());
        }
    }

    /** To its end; of a stream of events, which has none, the head, and a remark as its body. */
    private static RawAnswer read(InputStream in) throws IOException {
        List<String> head = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            head.add(line);
        }
        int status = Integer.parseInt(head.get(0).split(" ")[1]);
        List<String> headers = List.copyOf(head.subList(1, head.size()));
        boolean endless = headers.stream().anyMatch(header -> header.contains("text/event-stream"));
        return new RawAnswer(status, headers, endless ? "goes on" : new String(in.readAllBytes(), UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the answer ends in its head, after '" + line.toString(ISO_8859_1) + "'");
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }
}
