package io.reloadagent.trigger;

import io.reloadagent.reload.Scope;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** {@code POST /admin/rollback}: a reload to what was in force with an earlier version, {@code version=7}. Thread-safe. */
final class RollBackEndpoint implements Endpoint {

    static final String PATH = "/admin/rollback";

    private static final Set<String> PARAMETERS =
            Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList("version", "reason")));

    private final ReloadAnswer reload;

    RollBackEndpoint(ReloadAnswer reload) {
        this.reload = reload;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("POST")) {
            throw new Refusal(405, "rolling back is asked for by POST").with("Allow", "POST");
        }
        Map<String, String> parameters = Form.read(head, reader, PARAMETERS);
        deadline.stop();
        Scope scope = Scope.backTo(VersionNumber.parse(
                parameters.get("version"), "say which version to go back to, version=7 for example"));
        return reload.of(head.trigger(), client, parameters.get("reason"), scope);
    }
}
