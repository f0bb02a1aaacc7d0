package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the versions and the reloads that failed. */
@Command(
        name = "history",
        description = {
            "Lists the versions, and the reloads that failed, newest first.",
            "A line without a version has made none."
        },
        footer = {"  java -jar reload-agent.jar history 4711", "  java -jar reload-agent.jar history --json"})
final class HistoryCommand extends AnswerCommand {

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
        return agent.get("/admin/history");
    }

    @Override
    void show(JsonNode answer, Screen screen, AgentClient agent) {
        Table table = new Table("VERSION", "TIME", "OUTCOME", "TRIGGER", "ACTOR", "WHAT");
        for (JsonNode entry : answer.path("history")) {
            table.row(
                    entry.path("isVersion").asBoolean() ? Texts.of(entry, "version") : "-",
                    Texts.time(entry, "time"),
                    Texts.of(entry, "outcome"),
                    Texts.of(entry, "trigger"),
                    Texts.of(entry, "actor"),
                    what(entry));
        }
        table.lines().forEach(screen::line);
    }

    private static String what(JsonNode entry) {
        List<String> parts = new ArrayList<>();
        if (entry.path("backToVersion").isNumber()) {
            parts.add("back to " + Texts.of(entry, "backToVersion"));
        }
        if (!entry.path("isVersion").asBoolean()) {
            parts.add(Texts.of(entry, "message"));
        }
        for (JsonNode change : entry.path("changes")) {
            parts.add(Texts.of(change, "path") + " "
                    + ResultText.values(change.path("oldValue"), change.path("newValue"), "(own)"));
        }
        if (entry.path("reason").isTextual() && !entry.path("reason").asText().isEmpty()) {
            parts.add("reason: " + Texts.of(entry, "reason"));
        }
        return String.join("; ", parts);
    }
}
