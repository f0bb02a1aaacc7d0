package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what differs between two versions. */
@Command(
        name = "diff",
        description = {"Shows what the sources held otherwise in two versions."},
        footer = {"  java -jar reload-agent.jar diff 4711 3 7", "  java -jar reload-agent.jar diff 3 7"})
final class DiffCommand extends AnswerCommand {

    @Parameters(
            arity = "2..3",
            paramLabel = "[PID] A B",
            hideParamSyntax = true,
            description = "Two versions that history lists; before them, the agent's process, instead of --url.")
    private List<String> words;

    @Override
    String pid() {
        return Words.of(words, 2).pid();
    }

    @Override
    Reply ask(AgentClient agent) throws NotReachedException, WrongCallException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("from", String.valueOf(Words.of(words, 2).version(0)));
        query.put("to", String.valueOf(Words.of(words, 2).version(1)));
        return agent.get("/admin/history/diff", query);
    }

    @Override
    void show(JsonNode answer, Screen screen, AgentClient agent) {
        Table table = new Table();
        for (JsonNode change : answer.path("changes")) {
            table.row(Texts.of(change, "path"), ResultText.values(change.path("from"), change.path("to"), "(nothing)"));
        }
        if (table.isEmpty()) {
            screen.line(
                    "no difference between versions " + Texts.of(answer, "from") + " and " + Texts.of(answer, "to"));
        }
        table.lines().forEach(screen::line);
    }
}
