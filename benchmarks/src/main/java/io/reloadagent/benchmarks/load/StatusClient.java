package io.reloadagent.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** A client that costs little itself: asks over one connection, or over a new one each time if the agent closes it. For one thread. */
final class StatusClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final URI agent;
    private final String token;
    private Socket socket;
    private InputStream in;

    StatusClient(URI agent, String token) {
        this.agent = agent;
        this.token = token;
    }

    /** The status of HTTP. */
    int get(String path) throws IOException {
        return ask("GET", path, "");
    }

    /** The same of a request with a form. */
    int post(String path, String form) throws IOException {
        return ask("POST", path, form);
    }

    private int ask(String method, String path, String form) throws IOException {
        if (socket == null) {
            socket = new Socket(agent.getHost(), agent.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
        String request = method + " " + path + " HTTP/1.1\r\nHost: " + agent.getAuthority() + "\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                + "\r\n\r\n" + form;
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return answer();
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean stays = true;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring("content-length:".length()).trim());
            }
            stays &= !header.equals("connection: close");
        }
        if (in.readNBytes(length).length < length) {
            throw new EOFException("an answer ends too early");
        }
        if (!stays) {
            close();
        }
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("an answer ends in its head");
            }
            line.append((char) next);
        }
        return line.toString().trim();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
