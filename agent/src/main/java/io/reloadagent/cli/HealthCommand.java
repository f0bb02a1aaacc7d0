package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells whether all is well, by its exit code too. */
@Command(
        name = "health",
        description = {"Tells whether all is well with the agent; if not, exits with 1."},
        footer = {
            "  java -jar reload-agent.jar health 4711",
            "  java -jar reload-agent.jar health --url http://127.0.0.1:7099"
        })
final class HealthCommand extends AnswerCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "PID",
            description = "The agent's process, on this machine; list shows them. Instead of --url.")
    private String pid;

    @Override
    String pid() {
        return pid;
    }

    @Override
    Reply ask(AgentClient agent) throws NotReachedException {
        return agent.get("/admin/health");
    }

    @Override
    void show(JsonNode health, Screen screen, AgentClient agent) {
        String line = Texts.of(health, "status") + ": " + Texts.of(health, "state") + ", version "
                + Texts.of(health, "version");
        List<String> problems = Texts.list(health, "problems");
        if (health.path("status").asText().equals("UP")) {
            screen.good(line);
        } else {
            screen.problem(line);
            problems.forEach(screen::problem);
            screen.advice("The application serves version " + Texts.of(health, "version")
                    + "; status and history tell more.");
        }
    }
}
