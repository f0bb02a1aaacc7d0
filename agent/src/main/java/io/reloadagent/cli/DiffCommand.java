package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what differs between two versions. */
@Command(
        name = "diff",
        description = {"Shows what the sources held otherwise in two versions."},
        footer = {"  java -jar reload-agent.jar diff 3 7"})
final class DiffCommand extends AnswerCommand {

    @Parameters(index = "0", paramLabel = "A", description = "A version that history lists.")
    private long from;

    @Parameters(index = "1", paramLabel = "B", description = "Another one.")
    private long to;

    @Override
    Reply ask(AgentClient agent) throws NotReachedException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("from", String.valueOf(from));
        query.put("to", String.valueOf(to));
        return agent.get("/admin/history/diff", query);
    }

    @Override
    void show(JsonNode answer, Screen screen, AgentClient agent) {
        Table table = new Table();
        for (JsonNode change : answer.path("changes")) {
            table.row(Texts.of(change, "path"), ResultText.values(change.path("from"), change.path("to"), "(nothing)"));
        }
        if (table.isEmpty()) {
            screen.line("no difference between versions " + from + " and " + to);
        }
        table.lines().forEach(screen::line);
    }
}
