package io.reloadagent.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of server-sent events, which reads until it is closed. */
final class EventLine implements AutoCloseable {

    private final List<String> documents = new CopyOnWriteArrayList<>();
    private final List<String> types = new CopyOnWriteArrayList<>();
    private final InputStream stream;

    /** Why it ended; null before. */
    private volatile IOException end;

    private EventLine(InputStream stream) {
        this.stream = stream;
    }

    static EventLine reading(InputStream stream) {
        EventLine line = new EventLine(stream);
        Thread reader = new Thread(line::read, "event-line");
        reader.setDaemon(true);
        reader.start();
        return line;
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("event: ")) {
                    types.add(line.substring("event: ".length()));
                }
                if (line.startsWith("data: ")) {
                    documents.add(line.substring("data: ".length()));
                }
            }
        } catch (IOException closed) {
            end = closed;
        }
    }

    /** The events so far, in order. */
    List<String> documents() {
        return documents;
    }

    /** Their types, as the stream names them. */
    List<String> types() {
        return types;
    }

    @Override
    public String toString() {
        return types + (end == null ? "" : ", ended by " + end);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
