package io.reloadagent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** The events of an agent, as they happen: server-sent events. For one thread. */
final class EventFeed implements AutoCloseable {

    private static final int LONGEST_LINE = 1 << 20;
    private static final String DATA = "data:";
    private static final Duration FOR_A_REFUSAL = Duration.ofSeconds(10);

    private final Reader stream;
    private final Runnable disconnect;
    private final Reply refusal;

    private EventFeed(Reader stream, Runnable disconnect, Reply refusal) {
        this.stream = stream;
        this.disconnect = disconnect;
        this.refusal = refusal;
    }

    /** Of a stream that is there already. */
    static EventFeed of(Reader stream) {
        return new EventFeed(new BufferedReader(stream), () -> {}, null);
    }

    /** Of an agent that tells none. */
    static EventFeed refused(Reply reply) {
        return new EventFeed(new StringReader(""), () -> {}, reply);
    }

    /** Waits for the head of the answer. */
    static EventFeed open(HttpURLConnection connection, AgentUrl url) throws IOException, NotReachedException {
        int status = connection.getResponseCode();
        String type = connection.getContentType();
        if (status == 200 && type != null && type.startsWith("text/event-stream")) {
            return new EventFeed(
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8)),
                    connection::disconnect,
                    null);
        }
        Reply reply = Reply.read(connection, url, System.nanoTime() + FOR_A_REFUSAL.toNanos());
        return new EventFeed(new StringReader(""), connection::disconnect, reply);
    }

    /** What the agent said instead of telling events; null if it tells them. */
    Reply refusal() {
        return refusal;
    }

    /**
     * Waits for the next event.
     *
     * @return its data; null when the agent tells no more
     */
    String next() throws IOException {
        StringBuilder data = new StringBuilder();
        String line = line();
        while (line != null && !(line.isEmpty() && data.length() > 0)) {
            if (line.startsWith(DATA)) {
                data.append(data.length() == 0 ? "" : "\n")
                        .append(
                                line.startsWith(DATA + " ")
                                        ? line.substring(DATA.length() + 1)
                                        : line.substring(DATA.length()));
            }
            line = line();
        }
        return line == null ? null : data.toString();
    }

    /** Without its end; null where the stream ends, even if a line had begun. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = stream.read(); next >= 0; next = stream.read()) {
                if (next == '\n') {
                    return line.toString();
                }
                if (line.length() == LONGEST_LINE) {
                    throw new IOException("an event longer than " + LONGEST_LINE + " characters");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return null;
        } catch (SocketTimeoutException silence) {
            return null;
        }
    }

    @Override
    public void close() {
        disconnect.run();
    }
}
