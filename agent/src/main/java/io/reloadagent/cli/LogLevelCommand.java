package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows or changes the level of the agent's log. */
@Command(
        name = "log-level",
        description = {"Shows the level of the agent's log, or changes it until the JVM ends."},
        footer = {
            "  java -jar reload-agent.jar log-level 4711",
            "  java -jar reload-agent.jar log-level 4711 debug --reason ticket-4711"
        })
final class LogLevelCommand extends AnswerCommand {

    @Parameters(
            arity = "0..2",
            paramLabel = "[PID] [LEVEL]",
            hideParamSyntax = true,
            description =
                    "trace, debug, info, warn or error; none: show it. Before it, the agent's process, instead of --url.")
    private List<String> words;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit.")
    private String reason;

    @Override
    String pid() {
        return words().pid();
    }

    private String level() {
        return words().get(0);
    }

    /** A word alone is a process if it is a number. */
    private Words words() {
        boolean isProcess = words != null && words.size() == 1 && words.get(0).matches("\\d+");
        return Words.of(words, isProcess ? 0 : 1);
    }

    @Override
    Reply ask(AgentClient agent) throws NotReachedException {
        if (level() == null) {
            return agent.get(StatusCommand.PATH);
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("level", level());
        if (reason != null) {
            form.put("reason", reason);
        }
        return agent.post("/admin/log-level", form);
    }

    @Override
    void show(JsonNode answer, Screen screen, AgentClient agent) {
        screen.line(
                level() == null
                        ? Texts.of(answer, "logLevel")
                        : Texts.of(answer, "before") + " -> " + Texts.of(answer, "level"));
    }
}
