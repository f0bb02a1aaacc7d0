package io.reloadagent.trigger;

import java.io.IOException;
import java.util.Collections;

/** What is asked for by {@code GET} without parameters, and changes nothing. Thread-safe. */
final class ReadEndpoint implements Endpoint {

    private final View view;

    /** What is shown. */
    interface View {
        Answer now() throws IOException;
    }

    /** @param view is asked for each time; may take a while */
    ReadEndpoint(View view) {
        this.view = view;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("GET")) {
            throw new Refusal(405, "this is asked for by GET").with("Allow", "GET");
        }
        Form.read(head, reader, Collections.emptySet());
        deadline.stop();
        return view.now();
    }
}
