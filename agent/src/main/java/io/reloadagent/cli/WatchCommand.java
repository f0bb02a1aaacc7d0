package io.reloadagent.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells what happens, as it happens. */
@Command(
        name = "watch",
        description = {
            "Tells what happens, as it happens, a line an event.",
            "It ends when the agent goes, with exit code 3, or by Ctrl-C. With --json, each line is a CloudEvents document."
        },
        footer = {"  java -jar reload-agent.jar watch 4711", "  java -jar reload-agent.jar watch --json | jq .type"})
final class WatchCommand extends RemoteCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "PID",
            description = "The agent's process, on this machine; list shows them. Instead of --url.")
    private String pid;

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    String pid() {
        return pid;
    }

    @Override
    ExitStatus run(AgentClient agent, Screen screen) throws NotReachedException {
        try (EventFeed feed = agent.events()) {
            if (feed.refusal() != null) {
                return refused(feed.refusal(), screen);
            }
            screen.advice("watching " + agent + "; Ctrl-C ends it");
            return follow(feed, screen, agent);
        } catch (IOException broken) {
            throw gone(agent, broken);
        }
    }

    private ExitStatus follow(EventFeed feed, Screen screen, AgentClient agent)
            throws IOException, NotReachedException {
        for (String event = feed.next(); event != null; event = feed.next()) {
            if (isJson()) {
                screen.raw(event);
            } else {
                show(event, screen);
            }
            if (screen.isGone()) {
                return ExitStatus.DONE;
            }
        }
        throw gone(agent, null);
    }

    private void show(String event, Screen screen) throws IOException {
        JsonNode document;
        try {
            document = mapper.readTree(event);
        } catch (JsonProcessingException noJson) {
            throw new IOException("an event that is no JSON", noJson);
        }
        EventText text = new EventText(document);
        if (text.isFailure()) {
            screen.notable(text.toString());
        } else {
            screen.line(text.toString());
        }
    }

    private static NotReachedException gone(AgentClient agent, IOException cause) {
        String why = cause == null ? "" : " (" + Printable.of(cause) + ")";
        return new NotReachedException(
                "the agent at " + agent + " tells no more" + why + ": the application has ended, or the agent was"
                        + " stopped; watch again when it is back",
                cause);
    }
}
