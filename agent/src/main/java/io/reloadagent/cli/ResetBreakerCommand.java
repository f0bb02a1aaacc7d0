package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has what failed be tried again without a wait. */
@Command(
        name = "reset-breaker",
        description = {"Has what failed a moment ago be tried again without a wait."},
        footer = {"  java -jar reload-agent.jar reset-breaker 4711 --reason \"the database is back\""})
final class ResetBreakerCommand extends AnswerCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "PID",
            description = "The agent's process, on this machine; list shows them. Instead of --url.")
    private String pid;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit.")
    private String reason;

    @Override
    String pid() {
        return pid;
    }

    @Override
    Reply ask(AgentClient agent) throws NotReachedException {
        Map<String, String> form = new LinkedHashMap<>();
        if (reason != null) {
            form.put("reason", reason);
        }
        return agent.post("/admin/breaker/reset", form);
    }

    @Override
    void show(JsonNode status, Screen screen, AgentClient agent) {
        screen.good("done: nothing has to wait; version " + Texts.of(status, "version") + " is in force");
    }
}
