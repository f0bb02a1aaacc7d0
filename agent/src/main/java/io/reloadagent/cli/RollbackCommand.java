package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
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
        footer = {
            "  java -jar reload-agent.jar rollback 4711 7 --reason \"slower since 8\"",
            "  java -jar reload-agent.jar rollback 7 --url http://127.0.0.1:7099 --reason \"slower since 8\""
        })
final class RollbackCommand extends AnswerCommand {

    @Parameters(
            arity = "1..2",
            paramLabel = "[PID] VERSION",
            hideParamSyntax = true,
            description = "A version that history lists; before it, the agent's process, instead of --url.")
    private List<String> words;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, for the history and the audit.")
    private String reason;

    @Override
    String pid() {
        return Words.of(words, 1).pid();
    }

    @Override
    Reply ask(AgentClient agent) throws NotReachedException, WrongCallException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("version", String.valueOf(Words.of(words, 1).version(0)));
        form.put("reason", reason);
        return agent.post("/admin/rollback", form);
    }

    @Override
    void show(JsonNode result, Screen screen, AgentClient agent) {
        new ResultText(result).show(screen, () -> FieldNames.of(agent));
    }
}
