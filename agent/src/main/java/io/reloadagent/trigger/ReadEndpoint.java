package io.reloadagent.trigger;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What is asked for by {@code GET} without parameters, and changes nothing. Thread-safe. */
final class ReadEndpoint implements Endpoint {

    /** Many may ask at once; the application's processors are not for them. */
    private final Map<Role, Shared<Answer>> answers = new EnumMap<>(Role.class);

    /** What is shown. */
    interface View {
        Answer now() throws IOException;
    }

    /** The same, which depends on who asks. */
    interface RoleView {
        Answer now(Role role) throws IOException;
    }

    /** @param view is asked for who asks, once for all who do at the same time; may take a while */
    ReadEndpoint(View view) {
        this((RoleView) role -> view.now());
    }

    private ReadEndpoint(RoleView view) {
        for (Role role : Role.values()) {
            answers.put(role, new Shared<>(() -> view.now(role)));
        }
    }

    /** @param view is asked for who asks, once for all who do at the same time; may take a while */
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
        return answers.get(head.role()).get();
    }
}
