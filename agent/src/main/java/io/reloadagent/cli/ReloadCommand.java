package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reloads, or shows what a reload would change. */
@Command(
        name = "reload",
        description = {"Takes over what the sources hold now, all or nothing."},
        footer = {
            "  java -jar reload-agent.jar reload 4711 --dry-run",
            "  java -jar reload-agent.jar reload --section database --reason ticket-4711"
        })
final class ReloadCommand extends AnswerCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "PID",
            description = "The agent's process, on this machine; list shows them. Instead of --url.")
    private String pid;

    @Option(names = "--dry-run", description = "Check everything, show what would change, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--section",
            paramLabel = "NAME",
            arity = "1..*",
            split = ",",
            description = "Take over only what is at these paths and beneath them; the rest stays as it is in force.")
    private List<String> sections = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history and the audit.")
    private String reason;

    @Override
    String pid() {
        return pid;
    }

    @Override
    Reply ask(AgentClient agent) throws NotReachedException {
        Map<String, String> form = new LinkedHashMap<>();
        if (!sections.isEmpty()) {
            form.put("section", String.join(",", sections));
        }
        if (dryRun) {
            form.put("dryRun", "true");
        }
        if (reason != null) {
            form.put("reason", reason);
        }
        return agent.post("/admin/reload", form);
    }

    @Override
    void show(JsonNode result, Screen screen, AgentClient agent) {
        new ResultText(result).show(screen, () -> FieldNames.of(agent));
    }
}
