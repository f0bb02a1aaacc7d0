package io.reloadagent.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;

/** A client that sends exactly the bytes that a test wants, byte for byte what no library would send. */
final class RawHttp {

    private final int port;
    private final String token;

    private RawHttp(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** @param tokenFile in the workspace, of whom it speaks for */
    static RawHttp of(URI address, Workspace workspace, String tokenFile) throws IOException {
        return new RawHttp(
                address.getPort(), Files.readString(workspace.file(tokenFile)).trim());
    }

    String token() {
        return token;
    }

    String host() {
        return "Host: 127.0.0.1:" + port;
    }

    String bearer() {
        return "Authorization: Bearer " + token;
    }

    /** A request with just these header lines. */
    static String bare(String start, String... headers) {
        StringBuilder text = new StringBuilder(start).append(" HTTP/1.1\r\n");
        List.of(headers).forEach(header -> text.append(header).append("\r\n"));
        return text.append("\r\n").toString();
    }

    /** One that may ask, after which the connection ends. */
    String request(String start, String... headers) {
        return bare(start, host(), bearer(), "Connection: close")
                .replaceFirst("\r\n\r\n$", "\r\n" + bare("", headers).substring(" HTTP/1.1\r\n".length()));
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** All that is answered until the agent closes. */
    String send(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** The status of the answer. */
    int status(String request) throws IOException {
        String answer = send(request);
        if (!answer.startsWith("HTTP/1.1 ")) {
            throw new AssertionError("no answer to\n" + request + "\nbut\n" + answer);
        }
        return Integer.parseInt(answer.substring(9, 12));
    }
}
