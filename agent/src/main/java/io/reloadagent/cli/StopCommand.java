package io.reloadagent.cli;

import io.reloadagent.process.Result;
import io.reloadagent.process.Session;
import io.reloadagent.process.UnreachableException;
import io.reloadagent.report.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes the agent out of a JVM. */
@Command(
        name = "stop",
        description = {
            "Takes the agent out of a JVM: all fields have the application's own values again.",
            "It waits for a reload that is under way. attach brings the agent back."
        },
        footer = {"  java -jar reload-agent.jar stop 4711"})
final class StopCommand extends LocalCommand {

    @Parameters(paramLabel = "PID", description = "The JVM's process; list shows them.")
    private String pid;

    @Mixin
    private Patience patience;

    @Override
    ExitStatus run(Screen screen) throws WrongCallException, UnreachableException {
        long process = ProcessNumber.parse(pid);
        Result result;
        try (Session session = Session.with(process, patience.duration())) {
            result = session.order("stop", "");
        }
        boolean stopped = result.is("stopped");
        String text = stopped ? "stopped; all fields have the application's own values" : result.text();
        if (isJson()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("pid", process);
            answer.put("stopped", stopped);
            answer.put("message", text);
            screen.raw(Json.write(answer));
        } else if (stopped) {
            screen.good("process " + process + ": " + text);
        } else {
            screen.problem("process " + process + ": " + text);
        }
        return stopped ? ExitStatus.DONE : ExitStatus.FAILED;
    }
}
