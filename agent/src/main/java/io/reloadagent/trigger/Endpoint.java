package io.reloadagent.trigger;

import java.io.IOException;

/** What answers the requests for one path. Thread-safe. */
interface Endpoint {

    /** What who asks has to be; whoever operates, unless it only shows something. */
    default Role role() {
        return Role.OPERATE;
    }

    /**
     * Carries out an admitted request.
     *
     * @param client address and port
     * @param deadline of the request; to be stopped when what takes its time is not the client
     */
    Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline) throws IOException, Refusal;
}
