package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes back to an earlier version. */
@Command(
        name = "rollback",
        description = {
            "Goes back to the values of an earlier version.",
            "It is a reload of its own, with all checks. The sources are left as they are; what differs is shown as drift."
        },
        footer = {"  java -jar reload-agent.jar rollback 7 --reason \"slower since 8\""})
final class RollbackCommand extends AnswerCommand {

    @Parameters(paramLabel = "VERSION", description = "One that history lists.")
    private long version;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, for the history and the audit.")
    private String reason;

    @Override
    Reply ask(AgentClient agent) throws NotReachedException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("version", String.valueOf(version));
        form.put("reason", reason);
        return agent.post("/admin/rollback", form);
    }

    @Override
    void show(JsonNode result, Screen screen, AgentClient agent) {
        new ResultText(result).show(screen, () -> FieldNames.of(agent));
    }
}
