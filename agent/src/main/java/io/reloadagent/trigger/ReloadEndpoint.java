package io.reloadagent.trigger;

import io.reloadagent.reload.Scope;
import io.reloadagent.source.Path;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code POST /admin/reload}: of everything, or of some sections, {@code section=database,cache}; in earnest, or
 * {@code dryRun=true}. Thread-safe.
 */
final class ReloadEndpoint implements Endpoint {

    /** The one spelling. */
    static final String PATH = "/admin/reload";

    private static final Set<String> PARAMETERS =
            Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList("section", "dryRun", "reason")));

    private final ReloadAnswer reload;

    ReloadEndpoint(ReloadAnswer reload) {
        this.reload = reload;
    }

    @Override
    public Answer answer(RequestHead head, RequestReader reader, String client, Deadline deadline)
            throws IOException, Refusal {
        if (!head.method().equals("POST")) {
            throw new Refusal(405, "a reload is asked for by POST").with("Allow", "POST");
        }
        Map<String, String> parameters = Form.read(head, reader, PARAMETERS);
        deadline.stop();
        Scope sections = Scope.of(sections(parameters.get("section")));
        Scope scope = isTrue(parameters.get("dryRun")) ? sections.asDryRun() : sections;
        return reload.of(head.trigger(), client, parameters.get("reason"), scope);
    }

    private static List<Path> sections(String text) throws Refusal {
        if (text != null && text.isEmpty()) {
            throw new Refusal(400, "section= names none; leave it out to reload everything");
        }
        try {
            return SectionNames.parse(text);
        } catch (IllegalArgumentException noPath) {
            throw new Refusal(400, noPath.getMessage());
        }
    }

    private static boolean isTrue(String text) throws Refusal {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw new Refusal(400, "dryRun is true or false");
    }
}
