package io.reloadagent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.reloadagent.process.Jvm;
import io.reloadagent.process.Jvms;
import io.reloadagent.report.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Lists the JVMs of this machine, and the agents in them. */
@Command(
        name = "list",
        description = {
            "Lists the JVMs of this user, and the agents in them; for root, those of all users.",
            "A JVM is asked only if it has the agent's jar open."
        },
        footer = {"  java -jar reload-agent.jar list", "  java -jar reload-agent.jar list --json | jq '.jvms[].pid'"})
final class ListCommand extends LocalCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    ExitStatus run(Screen screen) throws NotReachedException {
        List<Map<String, Object>> jvms = new ArrayList<>();
        for (Jvm jvm : all()) {
            jvms.add(describe(jvm));
        }
        if (isJson()) {
            screen.raw(Json.write(Collections.singletonMap("jvms", jvms)));
        } else {
            show(jvms, screen);
        }
        return ExitStatus.DONE;
    }

    private static List<Jvm> all() throws NotReachedException {
        try {
            return Jvms.all();
        } catch (IOException hidden) {
            throw new NotReachedException("the processes of this machine cannot be listed: " + hidden, hidden);
        }
    }

    private static Map<String, Object> describe(Jvm jvm) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("pid", jvm.pid());
        description.put("user", jvm.user());
        description.put("javaVersion", jvm.version().isEmpty() ? null : jvm.version());
        description.put("main", jvm.main().isEmpty() ? null : jvm.main());
        description.put("agent", jvm.hasAgent() ? agent(jvm) : null);
        return description;
    }

    /** Null if there is none any more. */
    private static Map<String, Object> agent(Jvm jvm) {
        Map<String, Object> agent = new LinkedHashMap<>();
        agent.put("version", jvm.agentVersion());
        agent.put("jar", jvm.agentJar());
        try (AgentClient client = new ProcessClient(jvm.pid(), PATIENCE)) {
            JsonNode status = client.get(StatusCommand.PATH).json();
            agent.put("state", Texts.of(status, "state"));
            agent.put("healthy", status.path("healthy").asBoolean());
            agent.put("configurationVersion", status.path("version").asLong());
        } catch (NoAgentException stopped) {
            return null;
        } catch (NotReachedException silent) {
            agent.put("state", "UNKNOWN");
            agent.put("problem", silent.getMessage());
        }
        return agent;
    }

    private static void show(List<Map<String, Object>> jvms, Screen screen) {
        if (jvms.isEmpty()) {
            screen.line("no JVM of this user runs");
            return;
        }
        Table table = new Table("PID", "USER", "JAVA", "AGENT", "MAIN");
        for (Map<String, Object> jvm : jvms) {
            table.row(text(jvm, "pid"), text(jvm, "user"), text(jvm, "javaVersion"), agentText(jvm), text(jvm, "main"));
        }
        table.lines().forEach(screen::line);
        for (Map<String, Object> jvm : jvms) {
            Map<?, ?> agent = (Map<?, ?>) jvm.get("agent");
            if (agent != null && agent.containsKey("problem")) {
                screen.problem(String.valueOf(agent.get("problem")));
            }
        }
    }

    private static String agentText(Map<String, Object> jvm) {
        Map<?, ?> agent = (Map<?, ?>) jvm.get("agent");
        if (agent == null) {
            return "-";
        }
        Object version = agent.get("configurationVersion");
        return agent.get("version") + " " + agent.get("state") + (version == null ? "" : ", version " + version);
    }

    private static String text(Map<String, Object> jvm, String key) {
        return jvm.get(key) == null ? "-" : String.valueOf(jvm.get(key));
    }
}
