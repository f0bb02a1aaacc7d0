package io.reloadagent.trigger;

import java.io.IOException;
import java.util.Collections;

/** {@code GET /admin/events}: the events from now on, or from the last one that the client has seen. Thread-safe. */
final class EventsEndpoint implements Endpoint {

    static final String PATH = "/admin/events";

    private static final String TYPE = "text/event-stream";

    private final EventStreams streams;

    EventsEndpoint(EventStreams streams) {
        this.streams = streams;
    }

    @Override
    public Role role() {
        return Role.READ;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("GET")) {
            throw new Refusal(405, "events are asked for by GET").with("Allow", "GET");
        }
        Form.read(head, reader, Collections.emptySet());
        deadline.stop();
        if (!streams.hasRoom()) {
            throw new Refusal(503, "events are sent to " + EventStreams.MOST + " clients already")
                    .with("Retry-After", "10");
        }
        String last = head.header("last-event-id");
        return Answer.continued(TYPE, (stream, limit) -> streams.open(stream, limit, last));
    }
}
