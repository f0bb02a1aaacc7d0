package io.reloadagent.trigger;

import java.io.IOException;

/** What answers the requests for one path. Thread-safe. */
interface Endpoint {

    /**
     * Carries out an admitted request.
     *
     * @param client address and port
     * @param deadline of the request; to be stopped when what takes its time is not the client
     */
    Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline) throws IOException, Refusal;
}
