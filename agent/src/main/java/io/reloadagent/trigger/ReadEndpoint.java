package io.reloadagent.trigger;

import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.Semaphore;

/** What is asked for by {@code GET} without parameters, and changes nothing. Thread-safe. */
final class ReadEndpoint implements Endpoint {

    /**
     * Who comes first is answered first, and the application keeps its processors however many ask. For all together: what they wait for is
     * the same processors.
     */
    private static final Semaphore TURNS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final RoleView view;

    /** What is shown. */
    interface View {
        Answer now() throws IOException;
    }

    /** The same, which depends on who asks. */
    interface RoleView {
        Answer now(Role role) throws IOException;
    }

    /** @param view is asked for each time; may take a while */
    ReadEndpoint(View view) {
        this((RoleView) role -> view.now());
    }

    private ReadEndpoint(RoleView view) {
        this.view = view;
    }

    /** @param view is asked for each time; may take a while */
    static ReadEndpoint byRole(RoleView view) {
        return new ReadEndpoint(view);
    }

    @Override
    public Role role() {
        return Role.READ;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("GET")) {
            throw new Refusal(405, "this is asked for by GET").with("Allow", "GET");
        }
        Form.read(head, reader, Collections.emptySet());
        deadline.stop();
        TURNS.acquireUninterruptibly(); // those before take milliseconds
        try {
            return view.now(head.role());
        } finally {
            TURNS.release();
        }
    }
}
